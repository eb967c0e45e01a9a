import { describe, expect, it } from 'vitest';
import { originPattern, readServerAddress } from './server-address.ts';

const origin = (typed: string): string => {
  const read = readServerAddress(typed);
  return read.ok ? read.origin : read.fault;
};

describe('the address of the CRM', () => {
  it('is read as people type it', () => {
    expect(origin(' crm.example ')).toBe('https://crm.example');
    expect(origin('https://crm.example/today?x=1')).toBe('https://crm.example');
    expect(origin('CRM.Example:8443/')).toBe('https://crm.example:8443');
    expect(origin('localhost:4310')).toBe('http://localhost:4310');
    expect(origin('192.168.1.20:4310')).toBe('http://192.168.1.20:4310');
  });

  it('is refused when it is none, or would carry the sign-in unprotected over the internet', () => {
    expect(origin('')).toBe('empty');
    expect(origin('not an address')).toBe('unreadable');
    expect(origin('ftp://crm.example')).toBe('unreadable');
    expect(origin('http://crm.example')).toBe('insecure');
  });

  it('is asked for by a pattern both browsers take', () => {
    expect(originPattern('http://localhost:4310')).toBe('http://localhost/*');
  });
});
