import { ActionIcon, type ActionIconProps, Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';

type Anchor = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'style' | 'color'> & {
  ref?: Ref<HTMLAnchorElement>;
};

function ButtonAnchor(props: ButtonProps & Anchor) {
  return <Button component="a" {...props} />;
}

function IconAnchor(props: ActionIconProps & Anchor) {
  return <ActionIcon component="a" {...props} />;
}

/** A link that looks like a button: it goes somewhere, a button does something. */
export const ButtonLink = createLink(ButtonAnchor);

/** The same with an icon alone; give it an aria-label. */
export const IconLink = createLink(IconAnchor);
