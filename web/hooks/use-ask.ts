import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api } from '#web/api.ts'
import { useLanguage } from './use-language.ts'

/** How long after the last key a question is asked. */
const pause = 180
/** Fewer letters are the beginning of a word. */
const fewest = 2

/** What the server understands of a question while it is typed: of the very words that stand there, and nothing until it has answered. */
export function useAsk(typed: string) {
  const { language } = useLanguage()
  const [question, setQuestion] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setQuestion(typed.trim()), pause)
    return () => clearTimeout(timer)
  }, [typed])
  const isAsked = question.length >= fewest && typed.trim() !== ''
  const asked = useQuery({
    queryKey: ['ask', question, language],
    queryFn: () => api.ask(question, language),
    enabled: isAsked,
  })
  return isAsked && question === typed.trim() ? asked.data : undefined
}
