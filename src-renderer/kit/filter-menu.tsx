import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'

export interface FilterOption {
  value: string
  label: string
  /** Already formatted count, at the end. */
  note?: string
}

interface FilterMenuProps {
  /** What is narrowed: "Cause". */
  label: string
  /** The choice that narrows nothing: "All causes". */
  all: string
  options: readonly FilterOption[]
  value: string | null
  onChange: (value: string | null) => void
}

const EVERYTHING = '*'

/** One narrowing as a menu of radio items; the button says what is chosen. */
export function FilterMenu({ label, all, options, value, onChange }: FilterMenuProps) {
  const chosen = options.find((option) => option.value === value)
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <Button
          rightSection={<IconChevronDown size={13} stroke={1.7} aria-hidden />}
          aria-label={`${label}: ${chosen?.label ?? all}`}
          {...(chosen === undefined ? {} : { variant: 'light' })}
          maw={190}
        >
          {chosen?.label ?? label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah="60vh" style={{ overflowY: 'auto' }}>
        <Menu.RadioGroup value={value ?? EVERYTHING} onChange={(next) => onChange(next === EVERYTHING ? null : next)}>
          <Menu.RadioItem value={EVERYTHING} closeMenuOnClick>
            {all}
          </Menu.RadioItem>
          {options.map((option) => (
            <Menu.RadioItem key={option.value} value={option.value} rightSection={option.note} closeMenuOnClick>
              {option.label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
