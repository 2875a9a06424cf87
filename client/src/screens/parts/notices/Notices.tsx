import { useLayoutEffect, useRef } from 'preact/hooks';
import { LostConnection } from './LostConnection';
import { MissingPart } from './MissingPart';
import { VersionMismatch } from './VersionMismatch';
import styles from './Notices.module.css';

/** Notices about the whole page, above it. Tells the style sheets their height, so that the page fits into what is left of the screen. */
export function Notices() {
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    const follower = new ResizeObserver(([entry]) => {
      style.setProperty('--notice-height', `${entry!.contentRect.height}px`);
    });
    follower.observe(frame.current!);
    return () => follower.disconnect();
  }, []);
  return (
    <div class={styles.notices} ref={frame}>
      <LostConnection />
      <VersionMismatch />
      <MissingPart />
    </div>
  );
}
