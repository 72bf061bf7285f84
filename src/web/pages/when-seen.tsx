import { type ReactNode, useEffect, useRef, useState } from 'react';

/** Draws what it holds once it comes near the window, so that what nobody looks at is not asked. */
export function WhenSeen({ children, waiting }: { readonly children: ReactNode; readonly waiting: ReactNode }) {
  const [isSeen, setSeen] = useState(false);
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = ref.current;
    if (isSeen || element === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
      },
      { rootMargin: '120px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [isSeen]);
  return <div ref={ref}>{isSeen ? children : waiting}</div>;
}
