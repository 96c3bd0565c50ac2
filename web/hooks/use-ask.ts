import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api } from '#web/api.ts'
import { useLanguage } from './use-language.ts'

/** How long after the last key a question is asked. */
const pause = 180
/** Fewer letters are the beginning of a word. */
const fewest = 2

/** What the server understands of a question while it is typed; the answer before stays until the next is there. */
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
    placeholderData: keepPreviousData,
  })
  return isAsked ? asked.data : undefined
}
