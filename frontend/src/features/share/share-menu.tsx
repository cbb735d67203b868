import { useLingui } from '@lingui/react/macro';
import { Menu } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { FileText, Link as LinkIcon, Printer } from 'lucide-react';
import { type ButtonHTMLAttributes, type ReactElement, useRef } from 'react';
import { answersPerPage } from '@/api/answers';
import type { Answer, Question } from '@/api/types';
import { copyText } from '@/lib/copy-text';
import { formatDate } from '@/lib/format';
import { useLanguage } from '@/lib/use-language';
import { toast } from '@/ui/toast';
import { asMarkdown, escaped, markdownLink } from './as-markdown';
import { shortLink } from './short-link';

interface ShareMenuProps {
  question: Question;
  answer: Answer | undefined;
  /** The button that opens it. */
  children: ReactElement<ButtonHTMLAttributes<HTMLButtonElement>>;
}

/** The ways to pass a post on, below the button that was pressed to get them. */
export function ShareMenu({ question, answer, children }: ShareMenuProps) {
  const { t } = useLingui();
  const link = shortLink(question.id, answer?.id);
  const markdown = useMarkdown(question, answer, link);
  const print = usePrint(question);

  // The button took another's place when the menu came, so Mantine does not know where the focus was.
  const place = useRef<HTMLSpanElement>(null);
  const focusButton = () => place.current?.querySelector('button')?.focus();

  const copyLink = async () => {
    if (await copyText(link)) toast.done(t`The link is copied.`);
    else toast.info(t`Copying is not possible here. The link is ${link}`);
  };
  const copyMarkdown = async () => {
    if (await copyText(markdown)) toast.done(t`The text is copied as Markdown.`);
    else toast.failed(t`Copying is not possible here.`);
  };
  return (
    <span ref={place} style={{ display: 'contents' }}>
      <Menu defaultOpened position="bottom-start" width={220} onClose={focusButton}>
        <Menu.Target>{children}</Menu.Target>
        <Menu.Dropdown aria-label={t`Share`}>
          <Menu.Item
            leftSection={<LinkIcon size={15} aria-hidden />}
            onClick={() => void copyLink()}
          >{t`Copy link`}</Menu.Item>
          <Menu.Item
            leftSection={<FileText size={15} aria-hidden />}
            onClick={() => void copyMarkdown()}
          >{t`Copy as Markdown`}</Menu.Item>
          <Menu.Item
            leftSection={<Printer size={15} aria-hidden />}
            onClick={() => void print()}
          >{t`Print the page`}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </span>
  );
}

function useMarkdown(question: Question, answer: Answer | undefined, link: string): string {
  const { t } = useLingui();
  const language = useLanguage();
  const post = answer ?? question;
  const where = markdownLink(question.title, link);
  const who = escaped(post.author?.name ?? post.authorName);
  const when = formatDate(post.createdAt, language);
  const source = answer
    ? t`Source: ${where}, answered by ${who} on ${when}`
    : t`Source: ${where}, asked by ${who} on ${when}`;
  return asMarkdown({ title: question.title, body: post.body, source }, window.location.origin);
}

/** Brings all answers onto the page first, and prints when they stand there. */
function usePrint({ id, slug, answerCount }: Question): () => Promise<void> {
  const navigate = useNavigate();
  return async () => {
    if (answerCount > answersPerPage) {
      await navigate({
        to: '/questions/$id/{-$slug}',
        params: { id: String(id), slug },
        search: ({ answers }) => ({ answers, all: true }),
        replace: true,
        resetScroll: false,
      });
    }
    // The menu has gone and the answers are drawn in the frame after the next.
    requestAnimationFrame(() => requestAnimationFrame(() => window.print()));
  };
}
