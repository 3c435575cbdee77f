import { tokensOf } from '@kernel/search/index'

export interface NamedAccount {
  readonly company: string
  /** The platform's id. */
  readonly external: string | null
  readonly email: string
  readonly domain: string | null
}

/** The words an account is found by, as the index holds them: recomputed to tell a hit's other words without a second index. */
export const accountWords = ({ company, external, email, domain }: NamedAccount): string[] => tokensOf([company, external, email, domain])

export const contactWords = ({ name, email }: { readonly name: string; readonly email: string }): string[] => tokensOf([name, email])
