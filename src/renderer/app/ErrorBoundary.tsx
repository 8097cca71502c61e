import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { t } from '../client/words.ts';
import { EmptyState } from '../components/EmptyState.tsx';

/** React knows no other way to catch what a screen throws than a class. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <EmptyState
        title={t('app.error.crashed')}
        action={<Button onClick={() => this.setState({ failed: false })}>{t('app.retry')}</Button>}
      />
    );
  }
}
