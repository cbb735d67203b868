import { lazyRouteComponent } from '@tanstack/react-router';
import { type ComponentType, lazy } from 'react';
import { loadLaterWords } from './i18n';

// What is loaded on demand comes with its words. Only the pages that most people open first are loaded
// without: their words are there from the start.

// biome-ignore lint/suspicious/noExplicitAny: a component of any props
type Component = ComponentType<any>;

/** A dialog, menu or part of a page that is loaded when it is first shown. */
export function lazyPart<Name extends string, Part extends Component>(
  load: () => Promise<Record<Name, Part>>,
  name: Name,
) {
  return lazy(async () => ({ default: (await withWords(load)())[name] }));
}

/** A page that is loaded when it is opened, or a moment before. */
export function lazyPage<Name extends string, Page extends Component>(
  load: () => Promise<Record<Name, Page>>,
  name: Name,
) {
  return lazyRouteComponent(withWords(load), name);
}

/** Loads a module and, beside it, the words of everything that is loaded on demand. */
export function withWords<Module>(load: () => Promise<Module>): () => Promise<Module> {
  return async () => (await Promise.all([load(), loadLaterWords()]))[0];
}
