export interface FieldError {
  field: string;
  code: string;
  message: string;
}

interface ProblemInit {
  status: number;
  code: string;
  title: string;
  detail: string;
  requestId: string;
  errors: FieldError[];
}

/** A refusal in the server's own words (RFC 9457), or code "network" when it could not be reached. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly requestId: string;
  readonly errors: FieldError[];

  constructor(init: ProblemInit) {
    super(init.detail || init.title || init.code);
    this.name = 'ApiProblem';
    this.status = init.status;
    this.code = init.code;
    this.title = init.title;
    this.detail = init.detail;
    this.requestId = init.requestId;
    this.errors = init.errors;
  }

  /** Field errors by field name, for the form that sent the request. */
  get fields(): Record<string, string> {
    return Object.fromEntries(this.errors.map((error) => [error.field, error.message]));
  }
}

function field(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
}

function textField(body: unknown, name: string): string {
  const value = field(body, name);
  return typeof value === 'string' ? value : '';
}

function fieldErrors(body: unknown): FieldError[] {
  const list = field(body, 'errors');
  if (!Array.isArray(list)) return [];
  return list.map((item) => ({
    field: textField(item, 'field'),
    code: textField(item, 'code'),
    message: textField(item, 'message'),
  }));
}

/** Trusts nothing about the body: a proxy in between may answer with HTML. */
export function problemFrom(status: number, body: unknown): ApiProblem {
  return new ApiProblem({
    status,
    code: textField(body, 'code') || `http-${status}`,
    title: textField(body, 'title'),
    detail: textField(body, 'detail'),
    requestId: textField(body, 'requestId'),
    errors: fieldErrors(body),
  });
}

export function networkProblem(): ApiProblem {
  return new ApiProblem({
    status: 0,
    code: 'network',
    title: '',
    detail: '',
    requestId: '',
    errors: [],
  });
}

export function isEditConflict(error: unknown): boolean {
  return error instanceof ApiProblem && error.code === 'edit-conflict';
}
