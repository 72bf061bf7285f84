import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** How wide a drawing is where nothing can be measured: on paper, and before the first look. */
const WIDTH = 800;

/** Width of an element in pixels, as it changes. */
export function useWidth<E extends HTMLElement>(usual = WIDTH): readonly [RefObject<E | null>, number] {
  const ref = useRef<E>(null);
  const [width, setWidth] = useState(usual);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const measure = () => setWidth(Math.max(1, Math.floor(element.clientWidth)));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
