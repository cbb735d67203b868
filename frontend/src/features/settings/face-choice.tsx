import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useRef } from 'react';
import { useTakeOffAvatar, useWearAvatar } from '@/api/avatar';
import type { Me } from '@/api/types';
import { Avatar } from '@/ui/avatar';
import { toast } from '@/ui/toast';
import { useFileRefusal } from '@/ui/uploads/use-refused-files';
import classes from './face-choice.module.css';

/** One's picture; without one the initials are shown. */
export function FaceChoice({ me }: { me: Me }) {
  const { t } = useLingui();
  const input = useRef<HTMLInputElement>(null);
  const wear = useWearAvatar();
  const takeOff = useTakeOffAvatar();
  const refusal = useFileRefusal();
  const problem = wear.error ?? takeOff.error;
  return (
    <section className={classes.face} aria-label={t`Your picture`}>
      <Avatar name={me.name} url={me.avatarUrl} size={72} />
      <div>
        <div className={classes.buttons}>
          <Button variant="default" loading={wear.isPending} onClick={() => input.current?.click()}>
            {me.avatarUrl ? t`Choose another picture` : t`Choose a picture`}
          </Button>
          {me.avatarUrl ? (
            <Button
              variant="default"
              loading={takeOff.isPending}
              onClick={() =>
                takeOff.mutate(undefined, {
                  onSuccess: () => toast.done(t`Your initials are shown again.`),
                })
              }
            >{t`Remove the picture`}</Button>
          ) : null}
        </div>
        <p className={classes.hint}>
          {t`It stands beside your name. The middle of it is shown, as a circle.`}
        </p>
        {problem ? (
          <p className={classes.problem} role="alert">
            {refusal(problem)}
          </p>
        ) : null}
      </div>
      <input
        ref={input}
        type="file"
        accept="image/png,image/jpeg,image/gif,image/webp"
        hidden
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (!file) return;
          wear.mutate(file, { onSuccess: () => toast.done(t`Your picture is shown now.`) });
        }}
      />
    </section>
  );
}
