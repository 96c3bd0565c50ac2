import { type Compilation, compilations } from '#data/model/compilation.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { Segmented } from './segmented.tsx'

interface CompilationFieldProps {
  readonly options: readonly Compilation[]
  readonly value: Compilation | undefined
  readonly onChange: (compilation: Compilation) => void
}

/** Which compilation is shown, where an indicator has several that differ. */
export function CompilationField({ options, value, onChange }: CompilationFieldProps) {
  const { language, t } = useLanguage()
  if (options.length < 2 || !value) return null
  return (
    <Segmented
      label={t.compilation}
      choices={options.map((each) => ({ value: each, label: compilations[each].name[language] }))}
      value={value}
      onChange={onChange}
    />
  )
}
