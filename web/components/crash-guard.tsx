import { Component, type ReactNode } from 'react'

interface CrashGuardProps {
  /** A new value gives the page another chance. */
  readonly place: string
  readonly fallback: ReactNode
  readonly children: ReactNode
}

/** Shows something readable when a page throws. A class because React catches errors only with one. */
export class CrashGuard extends Component<CrashGuardProps, { readonly crashedAt: string | null }> {
  override state: { readonly crashedAt: string | null } = { crashedAt: null }

  static getDerivedStateFromError() {
    return { crashedAt: '' }
  }

  override componentDidCatch() {
    this.setState({ crashedAt: this.props.place })
  }

  override componentDidUpdate({ place }: CrashGuardProps) {
    if (this.state.crashedAt !== null && place !== this.props.place) this.setState({ crashedAt: null })
  }

  override render() {
    return this.state.crashedAt === null ? this.props.children : this.props.fallback
  }
}
