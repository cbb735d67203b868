import katex from 'katex';
import 'katex/dist/katex.min.css';

/** Typesets the formulas of a post in place. What cannot be read as TeX stays as it was written. */
export function typesetMath(root: HTMLElement): void {
  for (const element of root.querySelectorAll<HTMLElement>('.math:not([data-typeset])')) {
    const source = element.textContent ?? '';
    element.dataset.typeset = '';
    try {
      katex.render(source, element, {
        displayMode: element.classList.contains('math-display'),
        throwOnError: true,
        strict: 'ignore',
        trust: false,
        maxExpand: 200,
        maxSize: 20,
      });
    } catch {
      element.textContent = source;
    }
  }
}
