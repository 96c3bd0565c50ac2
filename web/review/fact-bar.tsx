import { useState } from 'react'
import { compilations } from '#data/model/compilation.ts'
import { type FactName, factNames, factOrigins } from '#data/model/document-facts.ts'
import type {
  CatalogAnswer,
  DocumentAnswer,
  FactAnswered,
  FactQuestion,
  IssuerAsked,
  IssuerOffer,
} from '#etl/review/answers.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { find } from './options.ts'
import { Picker } from './picker.tsx'
import { useWords } from './words.ts'

interface FactBarProps {
  readonly document: DocumentAnswer
  readonly catalog: CatalogAnswer
  readonly isBusy: boolean
  readonly onAnswer: (answer: Omit<FactAnswered, 'document'>) => void
  readonly onPlaceIssuer: (question: IssuerAsked) => void
}

/** What is known of the document with where it is from, and what is asked, once for all numbers that wait for it. */
export function FactBar(props: FactBarProps) {
  const { document, catalog, isBusy, onAnswer, onPlaceIssuer } = props
  const { facts, questions, offer } = document
  const words = useWords()
  const { language } = useLanguage()
  const say = useSayFact(catalog)
  return (
    <>
      {facts.length > 0 && (
        <ul className="review-facts" aria-label={words.facts}>
          {facts.map(({ name, value, origin, because }) => (
            <li key={name} title={because}>
              <span className="muted">{factNames[name][language]}</span> {say(name, value)}{' '}
              <small className="muted">（{factOrigins[origin][language]}）</small>
              {origin === 'review' && (
                <button
                  type="button"
                  className="link-button"
                  disabled={isBusy}
                  onClick={() => onAnswer({ name, value: '' })}
                >
                  {words.takeBack}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {offer && <Offer offer={offer} catalog={catalog} isBusy={isBusy} onPlaceIssuer={onPlaceIssuer} />}
      {questions.length > 0 && (
        <ul className="review-questions">
          {questions.map((question, nth) => (
            <Question
              key={question.name}
              question={question}
              isFirst={nth === 0}
              catalog={catalog}
              isBusy={isBusy}
              onAnswer={(value) => onAnswer({ name: question.name, value })}
            />
          ))}
        </ul>
      )}
    </>
  )
}

interface OfferProps extends Pick<FactBarProps, 'catalog' | 'isBusy' | 'onPlaceIssuer'> {
  readonly offer: IssuerOffer
}

/** One press has the catalogue remember for whom an issuer speaks, the next takes it back. */
function Offer({ offer: { issuer, place, isMade }, catalog, isBusy, onPlaceIssuer }: OfferProps) {
  const words = useWords()
  const say = useSayFact(catalog)
  const sentence = words.speaksFor(issuer, say('place', place))
  const action = isMade ? 'takeBack' : 'remember'
  return (
    <p className="review-offer">
      <button
        type="button"
        className="button"
        disabled={isBusy}
        onClick={() => onPlaceIssuer({ issuer, place, action })}
      >
        {isMade ? words.forget(sentence) : words.remember(sentence)}
      </button>
      {isMade && <small className="muted"> {words.remembered}</small>}
    </p>
  )
}

interface QuestionProps {
  /** The one that a key leads to. */
  readonly isFirst: boolean
  readonly question: FactQuestion
  readonly catalog: CatalogAnswer
  readonly isBusy: boolean
  readonly onAnswer: (value: string) => void
}

function Question({
  question: { name, waiting, proposals },
  isFirst,
  catalog,
  isBusy,
  onAnswer,
}: QuestionProps) {
  const words = useWords()
  const { language } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const say = useSayFact(catalog)
  const options = useFactOptions(name, catalog)
  return (
    <li>
      <p>
        {isFirst && <kbd>f</kbd>} <strong>{words.askFact(factNames[name][language], waiting)}</strong>
      </p>
      <div className="review-proposals">
        {proposals.map(({ value, evidence }) => (
          <button
            key={value}
            type="button"
            className="button"
            disabled={isBusy}
            onClick={() => onAnswer(value)}
          >
            {say(name, value)} <small lang="zh-CN">{evidence}</small>
          </button>
        ))}
        {isOpen ? (
          <Picker
            label={factNames[name][language]}
            nothing={words.nothingFound}
            optionsFor={options}
            onChoose={(value) => {
              setOpen(false)
              onAnswer(value)
            }}
            onClose={() => setOpen(false)}
          />
        ) : (
          <button type="button" className="button" disabled={isBusy} onClick={() => setOpen(true)}>
            {proposals.length > 0 ? words.other : words.answer}
          </button>
        )}
      </div>
    </li>
  )
}

/** A fact as a reader says it. */
function useSayFact({ regions, indicators }: CatalogAnswer) {
  const { language } = useLanguage()
  return (name: FactName, value: string): string => {
    if (name === 'compilation')
      return Object.hasOwn(compilations, value) ? compilations[value as 'annual'].name[language] : value
    const entries = name === 'place' ? regions : name === 'indicator' ? indicators : []
    return entries.find(({ code }) => code === value)?.name[language] ?? value
  }
}

/** What may be answered: entries of the catalogue, or what is typed. */
function useFactOptions(name: FactName, { regions, indicators }: CatalogAnswer) {
  const words = useWords()
  const { language } = useLanguage()
  const entries = name === 'place' ? regions : name === 'indicator' ? indicators : undefined
  return (typed: string) => {
    if (entries)
      return find(entries, typed, language).map((entry) => ({
        ...{ value: entry.code, label: entry.name[language], hint: entry.code },
      }))
    const text = typed.trim()
    return text === '' ? [] : [{ value: text, label: words.typed(text), hint: '' }]
  }
}
