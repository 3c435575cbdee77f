import { ROLES, type Role } from '@contract/define'

const BITS: Readonly<Record<Role, number>> = { reviewer: 1, support: 2, admin: 4 }

/** Roles as stored: reviewer 1, support 2, admin 4. */
export const rolesToBits = (roles: readonly Role[]): number => roles.reduce((bits, role) => bits | BITS[role], 0)
export const rolesOf = (bits: number): Role[] => ROLES.filter((role) => (bits & BITS[role]) !== 0)
