import { Drawer, Splitter } from '@mantine/core'
import { useMediaQuery, type SplitterPaneSize } from '@mantine/hooks'
import { useState, type ReactNode } from 'react'
import { recall, remember } from '@/app/remembered'
import classes from './split-pane.module.css'

/** Under this width the aside becomes a drawer, px. */
const WIDE = 1400

export function useWide(from = WIDE): boolean {
  return useMediaQuery(`(min-width: ${from}px)`, true, { getInitialValueInEffect: false })
}

interface SplitPaneProps {
  /** Remembers the sizes. */
  id: string
  main: ReactNode
  aside: ReactNode
  asideLabel: string
  /** px */
  asideWidth?: number
  /** Whether the drawer is open, on narrow windows; ignored on wide ones unless `foldable`. */
  asideOpen: boolean
  onAsideClose: () => void
  /** On wide windows too, the aside shows only while `asideOpen`. */
  foldable?: boolean
  /** px of window from which the aside stands beside; where it is part of the work it stays longer. */
  wideFrom?: number
}

const isWidth = (value: unknown): value is number => typeof value === 'number' && value >= 240 && value <= 900

/** List | aside. F6 moves between panes. */
export function SplitPane({
  id,
  main,
  aside,
  asideLabel,
  asideWidth = 306,
  asideOpen,
  onAsideClose,
  foldable = false,
  wideFrom = WIDE,
}: SplitPaneProps) {
  const wide = useWide(wideFrom)
  const [width, setWidth] = useState(() => recall(`split.${id}`, asideWidth, isWidth))

  if (!wide || (foldable && !asideOpen)) {
    return (
      <div className={classes.split}>
        <div className={classes.pane} data-pane>
          {main}
        </div>
        <Drawer.Root
          opened={!wide && asideOpen}
          onClose={onAsideClose}
          size={Math.max(340, asideWidth + 40)}
          position="right"
          padding={0}
          transitionProps={{ duration: 0 }}
        >
          <Drawer.Overlay backgroundOpacity={0.25} />
          <Drawer.Content aria-label={asideLabel} className={classes.drawerContent ?? ''}>
            <Drawer.Body className={classes.drawer ?? ''}>{aside}</Drawer.Body>
          </Drawer.Content>
        </Drawer.Root>
      </div>
    )
  }
  const kept = (sizes: SplitterPaneSize[]): void => {
    const next = Number.parseFloat(String(sizes[1]))
    if (!isWidth(next)) return
    setWidth(next)
    remember(`split.${id}`, Math.round(next))
  }
  return (
    <Splitter className={classes.split} lineSize={1} withHandle={false} handleColor="var(--r-line)" onResizeEnd={(_handle, sizes) => kept(sizes)}>
      <Splitter.Pane defaultSize={100} min={30} className={classes.pane} data-pane>
        {main}
      </Splitter.Pane>
      <Splitter.Pane
        defaultSize={`${width}px`}
        min="240px"
        max="720px"
        className={classes.pane}
        data-pane
        role="complementary"
        aria-label={asideLabel}
        tabIndex={-1}
      >
        {aside}
      </Splitter.Pane>
    </Splitter>
  )
}

interface ListPaneProps {
  /** Remembers the size. */
  id: string
  list: ReactNode
  children: ReactNode
  /** px */
  listWidth: number
}

/** List | what is chosen in it; the list keeps its width. */
export function ListPane({ id, list, children, listWidth }: ListPaneProps) {
  const [width, setWidth] = useState(() => recall(`list.${id}`, listWidth, isWidth))
  const kept = (sizes: SplitterPaneSize[]): void => {
    const next = Number.parseFloat(String(sizes[0]))
    if (!isWidth(next)) return
    setWidth(next)
    remember(`list.${id}`, Math.round(next))
  }
  return (
    <Splitter className={classes.split} lineSize={1} withHandle={false} handleColor="var(--r-line)" onResizeEnd={(_handle, sizes) => kept(sizes)}>
      <Splitter.Pane defaultSize={`${width}px`} min="300px" max="720px" className={classes.pane} data-pane>
        {list}
      </Splitter.Pane>
      <Splitter.Pane defaultSize={100} min={30} className={classes.pane}>
        {children}
      </Splitter.Pane>
    </Splitter>
  )
}
