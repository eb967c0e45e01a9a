import { readFileSync } from 'node:fs';
const { readFileLeads } = await import('/work/capture/apps/api/src/features/leads/clip-file.ts');
const [file,country='US',url] = process.argv.slice(2);
const r = await readFileLeads(file, readFileSync(file), {country, ...(url?{url}:{})});
const s=(l:any)=>`${l.kind} | ${l.name} | ${l.title} | ${l.company} | ${l.emails.map((e:any)=>e.value)} | ${l.phones.map((p:any)=>p.kind+':'+p.value+(p.extension?'x'+p.extension:''))} | ${l.addresses.map((a:any)=>a.raw)} | ${l.websites} | ${l.profiles} [${l.provenance.find((p:any)=>p.field==='name')?.source}]`;
console.log(r.pageKind, r.failures); for(const l of r.leads.slice(0,30)) console.log('LEAD',s(l)); for(const l of r.more.slice(0,14)) console.log('more',s(l)); console.log(r.leads.length,r.more.length);
