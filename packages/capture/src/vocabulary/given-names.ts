/**
 * Given names common in the languages Milepost meets, folded (lower case, no accents). A hint that capitalised words are a
 * person, never the only one: a name that is not here is found by what stands beside it.
 */
const NAMES = `
aaron abby abdul abdullah abigail abraham ada adam adele adeline adnan adrian adriana adrien agata agathe agnes agnieszka ahmad ahmed aidan aileen aimee
aisha ajay akira alain alan alana alastair albert alberto aldo alejandra alejandro aleksandar aleksandr aleksandra alena alessandra alessandro alessia alex alexa
alexander alexandra alexandre alexei alexis alfonso alfred alfredo ali alice alicia alina alisa alison alistair alix allan allen allison alma alvaro alvin alyssa
amanda amandine amar amber amelia amelie amina amit amy ana anabel anais anand anastasia anders andre andrea andreas andreea andrei andrej andrew andrey andrzej andy
angel angela angelica angelika angelina angelo angie anil anita anja anke ann anna annabel anne annegret anneliese annemarie annette annie annika anthony antje antoine
anton antonella antonia antonio anuj april ariana arianna ariel arjun arlene armando armin arnaud arnold arthur artur arturo arun arvin asa ashley ashok asif astrid
aubrey audrey august augusto aurelie aurora austin ava axel ayesha barbara barry bart bartosz basil bastian beat beata beate beatrice beatriz becky belinda ben benedict
benedikt benjamin benoit bente bernadette bernard bernardo bernd bernhard bert bertrand beth bethany betsy betty beverly bianca bill billy birgit birgitta bjorn blaine
blake bo bob bobby bogdan bonnie boris brad bradley brandon brenda brendan brendon brent brett brian briana bridget brigitte britta brittany brooke bruce bruno bryan bryce
caitlin callum calvin cameron camilla camille camilo candace candice carina carl carla carlo carlos carmel carmen carol carole carolin carolina caroline carolyn
carrie carsten carter cary casey cassandra cassie catalina catarina caterina catharina catherine cathleen cathy cecile cecilia cedric celeste celia celine cesar chad
chandra chang chantal charlene charles charlie charlotte chase chelsea chen cheryl chiara chloe chris christa christel christian christiane christina christine
christoph christophe christopher christy chuck cindy claire clara clare clarence clark claude claudia claudine claudio claus clayton clement clementine cliff clifford
clint clive cody colette colin colleen conor conrad constance constantin cora corinna corinne cornelia cory courtney craig cristian cristiana cristina crystal curt curtis
cynthia cyril dagmar daisy dale damian damien damon dan dana daniel daniela daniele danielle danny daphne darcy daria dario darius darlene darrel darrell darren darryl
dave david davide dawn dean deanna debbie deborah debra declan delia delphine dena denis denise dennis derek desmond deirdre diana diane diego dieter dietmar dilip dimitri
dina dinesh dirk dmitri dmitry dolores dom domenico dominic dominik dominique don donald donna doreen dorian doris dorota dorothea dorothy doug douglas drew duncan dustin
dwayne dwight dylan eamon earl ebony eckhard ed eddie edgar edith edmund eduard eduardo edward edwin effie eileen ekaterina elaine eleanor eleazar elena eleni elias elif
elijah elin elisa elisabeth elise eliza elizabeth elke ella ellen elliot elliott elmar eloise elsa elsie elvira emil emile emilia emilie emilio emily emma emmanuel
emmanuelle enrico enrique eric erica erich erik erika erin ernest ernesto ernst erwin esteban estelle esther ethan etienne eugene eugenia eva evan evelyn evgeny ewa fabian
fabien fabienne fabio fabrice fatima faye federica federico felicia felicity felipe felix ferdinand fernanda fernando filip filippo finn fiona flavia flora florence florent
florian floyd francesca francesco frances francis francisco franck franco francois francoise frank frankie franz fred freddie frederic frederick frederik frida frieda friedrich
fritz gabriel gabriela gabriele gabriella gabrielle gail gareth garry gary gavin geetika gemma gene genevieve geoff geoffrey george georges georgia georgina gerald geraldine
gerard gerardo gerd gerhard gerry gertrud ghislaine giacomo gianluca gianni gilbert gilles gina giorgio giovanna giovanni gisela giulia giuliano giuseppe gladys glen glenda
glenn gloria gonzalo gordon grace graeme graham grant greg gregor gregory greta gretchen grzegorz guido guillaume guillermo gunnar gunter gustav gustavo guy gwen hadley hanna
hannah hannelore hans harald harold harriet harry hartmut harvey hasan hassan hayley hazel heather hector heidi heike heiko heinrich heinz helen helena helene helga helmut
hendrik henk henri henrietta henrik henry herbert herman hermann herve hilary hilda hildegard holger holly hope horst howard hubert hugh hugo humberto hussein ian ibrahim ida
ignacio igor ilona ilse imran ina ines inga inge ingeborg ingo ingrid ioana ira irene irina iris irma irving isaac isabel isabella isabelle isaiah ismail ivan ivana ivo ivy
jack jackie jackson jacky jaclyn jacob jacqueline jacques jade jaime jake jakob jakub jamal james jamie jan jana jane janet janice janina janine jani jared jaroslav jasmin
jasmine jason jasper javier jay jean jeanette jeanne jeanine jeff jeffery jeffrey jelena jenna jennie jennifer jenny jens jeremy jerome jerry jess jesse jessica jesus jill
jim jimmy jin jo joachim joan joana joann joanna joanne joao joaquin jochen jodi jody joe joel joelle joerg johan johanna johannes john johnny jolanta jon jonas jonathan
jordan jorg jorge jorgen jose josef josefina joseph josephine josh joshua joy joyce juan juana juanita judith judy juergen jules julia julian juliana juliane julianne julie
julien juliet juliette julio julius june jurgen justin justine justyna kai kaitlyn kamal kamil kanu kara karen karim karin karina karl karla karolina kasia kate katarina
katarzyna katerina katharina katherine kathleen kathrin kathryn kathy katie katja katrin katrina katy kay kayla keith kelley kelli kelly kelsey ken kendall kendra kenneth
kenny kent keri kerry kerstin kevin khalid kieran kim kimberly kip kira kirk kirsten kirsty klara klaus knut konrad konstantin kris krista kristen kristin kristina kristine
kristof krystal krzysztof kumar kurt kyle lara larissa larry lars latoya laura laure laurel lauren laurence laurent laurie lawrence lea leah leander lee leena leigh leila
lena lennart leo leon leonard leonardo leonie leroy leslie lester lewis lia liam libby lidia lila lilian liliana lillian lily lina linda lindsay lindsey linus lionel lisa
lise liz liza lloyd logan lois lola loren lorena lorenzo loretta lori lorna lorraine lothar lou louis louisa louise luc luca lucas lucia luciana luciano lucie lucille lucinda
lucy ludovic ludwig luigi luis luisa lukas lukasz luke lutz lydia lyle lynda lynette lynn lynne mabel mackenzie maddie madeleine madeline madison magali magda magdalena
maggie magnus mahmoud maja malcolm malgorzata mandy manfred manfredo manoj manon manuel manuela mara marc marcel marcela marcelo marcia marcin marco marcos marcus mareike margaret
margarita margaux margit margot maria mariah mariam marian mariana marianne marie mariella marietta marija marilyn marina mario marion marisa marisol marissa marjorie mark
marketa marko markus marlene marlon marshall marta martha martin martina martine marty marvin mary maryann mateo mateusz mathias mathieu mathilde matt matteo matthew matthias
matthieu maura maureen maurice mauricio mauro max maxim maxime maximilian maxine maya megan meghan mehmet meike meinrad mel melanie melina melinda melissa melody mercedes
meredith mia micah michael michaela michal michel michele michelle miguel mihai mika mikael mike mikhail milan mildred milena miles millie milo milos mina minna mira miranda
miriam mirjam mitchell mohamed mohammad mohammed mohamad moises molly mona monica monika monique morgan moritz morris mustafa myles myra myriam nadia nadine nadja nancy naomi
natalia natalie nataliya natasha nate nathalie nathan nathaniel neal neha neil nelson nicholas nick nicki nicky nico nicola nicolas nicole nicoletta nigel nikhil nikki niklas
nikola nikolai nikolaus nikos nils nina nitin noah noel noemi nora norbert noreen norma norman nuno octavio odile olaf ole oleg olga oliver olivia olivier omar oscar osman
oswald otto owen pablo paige pam pamela paola paolo parker pascal pascale pat patricia patrice patricio patrick patrik patrizia patty paul paula paulina pauline paulo pavel
pawel pedro peggy penelope penny per percy pete peter petr petra petros phil philip philipp philippa philippe phillip phoebe phyllis pierre pierrick pietro pilar piotr polly
pooja prakash prashant preston priya priyanka rachael rachel radek rafael rafal rahul raimund rainer raj rajesh rakesh ralf ralph ramesh ramiro ramon ramona randall randy
raphael rashid raul ravi ray raymond rebecca regina reginald reiner reinhard reinhold remi rena renata renate rene renee rex rhonda ricardo riccardo richard rick ricky rita
rob robbie robert roberta roberto robin rocco rod roderick rodney rodolfo rodrigo roger rohit roland rolf roman romain romy ron ronald ronnie rosa rosalie rosalind rosanna
rosario rose rosemarie rosemary roslyn ross rowena roxanne roy ruben ruby rudi rudolf rudy rufus rupert russ russell ruth ryan sabine sabrina sadie sally salvador salvatore
sam samantha sami samir samuel sandeep sandra sandrine sandro sandy sangeeta sanjay sara sarah sascha saskia scott sean sebastian sebastien selina selma serena serge sergei
sergey sergio seth shane shannon shari sharon shaun shauna shawn sheena sheila shelby sheldon shelley sherry shirley sibylle sid sidney siegfried sigrid silke silvana silvia
silvio simon simona simone sofia sofie solange sonia sonja sophia sophie spencer stacey stacy stan stanley stefan stefania stefanie steffen stella stephan stephane stephanie
stephen steve steven stewart stuart sue suman sunil susan susana susann susanna susanne suzanne suzette sven svetlana sylvain sylvester sylvia sylvie tabitha tamara tammy
tania tanja tanya tara tatiana tatjana taylor ted teresa terence teri terrence terri terry tess thea thelma theo theodor theodore theresa therese thibault thierry thomas
thorsten tia tiffany till tilo tim timo timothy tina tobias tobin todd tom tomas tomasz tommy toni tony torsten tracey traci tracy travis trevor tricia trish tristan troy trudy
tyler ulrich ulrike umberto ursula ute uwe valentin valentina valeria valerie vanessa vera verena vernon veronica veronika veronique vicente vicki vicky victor victoria vijay
vikram viktor viktoria vince vincent vincenzo viola violet virginia virginie vivek vivian viviana vivien vladimir volker walt walter wanda warren wayne wendy werner wilfried
wilhelm will willem william willie wilma winfried wolfgang wolf wyatt xavier yan yann yannick yasmin yasmine yolanda yoshi youssef yuliya yuri yuliana yves yvette yvonne zach
zachary zane zara zoe zoltan zuzana
abayomi adebayo akinori anjali aparna asuka daichi deepa deepak divya fumiko ganesh gita hana haruka haruki hideki hiroko hiroshi hyun jae jia jing junichi kaori kazuo keiko
kenji kiran kiyoshi lakshmi lei li lin ling makoto manish mariko masako mei michiko min ming minh mukesh naoko naoki neeraj nguyen noriko pradeep rekha sakura satoshi seung
shinji shreya sunita suresh suzuki swati takashi takeshi tetsuya thanh tomoko toshio vinod wei xiao yasuko yoko yuki yumi
`;

let known: Set<string> | undefined;

/** Whether a word, folded, is a common given name. "Jean-Marc" is, when its first half is. */
export function isGivenName(word: string): boolean {
  known ??= new Set(NAMES.trim().split(/\s+/));
  const folded = word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z-]/g, '');
  return known.has(folded) || (folded.includes('-') && known.has(folded.split('-')[0] ?? ''));
}

/** Family names of one or two characters, by which a Chinese name is known. */
const CHINESE_FAMILIES =
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖萧蕭田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鐘谭譚陆陸汪范金石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫閻段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯温康施文牛樊葛邢安齐齊易乔喬伍庞龐颜顏倪庄莊聂聶章鲁魯岳翟殷詹申欧歐耿关關兰蘭焦俞左柳甘祝包宁寧尚符舒阮柯纪紀梅童凌毕畢单單季裴霍涂成苗谷盛曲翁冉骆駱蓝藍路游辛靳管柴蒙鲍鮑华華喻祁蒲房滕屈饶饒解牟艾尤阳陽时時穆农農司卓古吉缪繆简簡车車项項连連芦蘆麦麥褚娄婁窦竇戚岑景党黨宫宮费費卜冷晏席卫衛米柏宗瞿桂全佟应應臧闵閔苟邬鄔边邊卞姬师師和仇栾欒隋商刁沙荣榮巫寇桑郎甄丛叢仲虞敖巩鞏明佘池查麻苑迟遲邝鄺';
const CHINESE_DOUBLE_FAMILIES = [
  '欧阳',
  '歐陽',
  '上官',
  '司马',
  '司馬',
  '诸葛',
  '諸葛',
  '司徒',
  '端木',
  '皇甫',
  '尉迟',
  '慕容',
  '令狐',
  '东方',
  '東方',
];

/** A Chinese name: a known family name and one or two characters more. */
export function isChineseName(text: string): boolean {
  const name = text.replace(/\s+/g, '');
  if (!/^[\u3400-\u9fff]{2,4}$/.test(name)) return false;
  if (CHINESE_DOUBLE_FAMILIES.includes(name.slice(0, 2))) return name.length >= 3;
  return name.length <= 3 && CHINESE_FAMILIES.includes(name[0] ?? '');
}
