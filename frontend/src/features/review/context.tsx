import { Trans, useLingui } from '@lingui/react/macro';
import type { ReviewItem, ReviewQuestion, ReviewText } from '@/api/reviews';
import { PersonName } from '@/ui/person';
import { RelativeTime } from '@/ui/relative-time';
import { RichText } from '@/ui/rich-text';
import { TagList } from '@/ui/tag-chip';
import { TextLink } from '@/ui/text-action';
import classes from './review.module.css';

/** What a reviewer looks at, with the question it belongs to. What is to be decided about stands out. */
export function Context({ item }: { item: ReviewItem }) {
  const { t } = useLingui();
  const { question, post, comment, original, postKind } = item;
  const isAnswer = postKind === 'answer';
  return (
    <div className={classes.context} data-pair={original !== null || undefined}>
      <QuestionBox
        question={question}
        label={original ? t`Asked now` : t`Question`}
        focus={!isAnswer && comment === null}
      />
      {original ? <QuestionBox question={original} label={t`Asked before`} focus={false} /> : null}
      {isAnswer ? <TextBox text={post} label={t`Answer`} focus={comment === null} /> : null}
      {comment ? (
        <TextBox
          text={comment}
          label={t({ message: 'Comment', context: 'a kind of post' })}
          focus
        />
      ) : null}
    </div>
  );
}

interface QuestionBoxProps {
  question: ReviewQuestion;
  label: string;
  focus: boolean;
}

function QuestionBox({ question, label, focus }: QuestionBoxProps) {
  const { t } = useLingui();
  const { answerCount } = question;
  return (
    <section className={classes.box} data-focus={focus || undefined} aria-label={label}>
      <p className={classes.label}>{label}</p>
      <h3 className={classes.title}>{question.title}</h3>
      <Byline text={question} />
      {question.html ? (
        <div className={classes.body}>
          <RichText html={question.html} />
        </div>
      ) : null}
      <div className={classes.foot}>
        <TagList tags={question.tags} label={t`Tags`} />
        <span>{t`Answers: ${answerCount}`}</span>
        <TextLink
          to="/questions/$id/{-$slug}"
          params={{ id: String(question.id), slug: question.slug }}
        >{t`Open the question`}</TextLink>
      </div>
    </section>
  );
}

interface TextBoxProps {
  text: ReviewText;
  label: string;
  focus: boolean;
}

function TextBox({ text, label, focus }: TextBoxProps) {
  return (
    <section className={classes.box} data-focus={focus || undefined} aria-label={label}>
      <p className={classes.label}>{label}</p>
      <Byline text={text} />
      <div className={classes.body}>
        <RichText html={text.html} />
      </div>
    </section>
  );
}

function Byline({ text }: { text: ReviewText }) {
  const { score } = text;
  return (
    <p className={classes.by}>
      <PersonName person={text.author} fallback={text.authorName} />
      <RelativeTime value={text.createdAt} />
      <span>
        <Trans>Score {score}</Trans>
      </span>
    </p>
  );
}
