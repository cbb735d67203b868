import { type APIResponse, expect, type Page } from '@playwright/test';
import { type Person, signIn } from './helpers';

interface Created {
  id: number;
  title: string;
}

/** What one person does through the API, to set a story's stage. */
export class Author {
  private constructor(
    private readonly page: Page,
    private readonly token: string,
  ) {}

  static as(page: Page, person: Person): Promise<Author> {
    return Author.enter(page, `${person}@example.org`, 'demonstration');
  }

  static async enter(page: Page, email: string, password: string): Promise<Author> {
    const response = await page.request.post('/api/v1/sessions', { data: { email, password } });
    expect(response.status()).toBe(201);
    const { accessToken }: { accessToken: string } = await response.json();
    return new Author(page, accessToken);
  }

  async send(method: 'POST' | 'PUT' | 'GET', path: string, data?: object): Promise<APIResponse> {
    const response = await this.page.request.fetch(`/api/v1${path}`, {
      method,
      headers: { Authorization: `Bearer ${this.token}` },
      ...(data ? { data } : {}),
    });
    expect(response.ok(), `${method} ${path}: ${await response.text()}`).toBe(true);
    return response;
  }

  async ask(body = 'The program **panics** when it is closed twice.'): Promise<Created> {
    const title = `How do I close a channel twice, take ${Math.random().toString(36).slice(2, 10)}?`;
    const response = await this.send('POST', '/questions', { title, body, tags: ['go'] });
    const { id }: { id: number } = await response.json();
    return { id, title };
  }

  async answer(question: number, body: string): Promise<number> {
    const response = await this.send('POST', `/questions/${question}/answers`, {
      body,
      confirmSecond: true,
    });
    const { id }: { id: number } = await response.json();
    return id;
  }
}

/** A stage set by some, then the page opened by another: the last to sign in owns the cookie. */
export async function open(page: Page, person: Person, path: string): Promise<void> {
  await signIn(page, person);
  await page.goto(path);
}
