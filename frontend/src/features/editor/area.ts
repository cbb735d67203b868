/** What an editing area is given by its field; every kind of area is a controlled one. */
export interface AreaProps {
  id: string;
  /** Ids of the elements that name and describe the area. */
  labelledBy: string;
  describedBy: string | undefined;
  invalid: boolean;
  placeholder: string | undefined;
  /** Whose readers can be mentioned; where it is missing, nobody is offered. */
  space: string | undefined;
  value: string;
  onChange: (value: string) => void;
  /** Ctrl+Enter. */
  onSubmit: (() => void) | undefined;
  autoFocus: boolean;
}
