import { useEffect, useRef } from 'react';
import './prose.css';

interface RichTextProps {
  /** Rendered and sanitised by the server; never anything typed in the browser. */
  html: string;
  size?: 'normal' | 'small';
  /** For a comment, which goes on in the same line. */
  inline?: boolean;
}

export function RichText({ html, size = 'normal', inline = false }: RichTextProps) {
  const ref = useRef<HTMLDivElement & HTMLSpanElement>(null);
  useEffect(() => {
    const element = ref.current;
    if (!element || !html.includes('class="math')) return;
    void import('./typeset-math').then(({ typesetMath }) => typesetMath(element));
  }, [html]);

  const Element = inline ? 'span' : 'div';
  return (
    <Element
      ref={ref}
      className="prose"
      data-size={size}
      data-inline={inline || undefined}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the server sanitises it at write
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
