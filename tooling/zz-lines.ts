import { readFileSync } from 'node:fs';
import { pageEvidence } from '@milepost/api/features/leads/page-evidence';
import { pageText } from '@milepost/capture/page-text';
const ev=pageEvidence(readFileSync(process.argv[2],'utf8')); const re=new RegExp(process.argv[3]??'.'); const k=Number(process.argv[4]??2);
const ls=pageText(ev).lines; for(const l of ls) if(re.test(l.text)) for(let i=Math.max(0,l.index-k);i<=Math.min(ls.length-1,l.index+k);i++) console.log(i,ls[i].block.node.tag,ls[i].text.slice(0,130));
