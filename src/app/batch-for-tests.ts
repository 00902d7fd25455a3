/** A batch of three hundred works, with something in it for every rule that looks past one work. Used by tests only. */
import { symlink } from 'node:fs/promises';
import writeExcelFile from 'write-excel-file/node';
import { LESSON_INTRO, LESSON_VIDEO, type Sample } from './sample-for-tests.ts';

const SECOND = '心理微课/02-睡眠调整-甲大学';
const UNIVERSITIES = ['甲大学', '乙学院', '丙师范大学', '丁职业技术学院'];
const HAN = Array.from(
  '情绪是身体送来的一封信带领同学看见听懂安顿自己感受课程介绍方法练习呼吸睡眠压力朋友班级宿舍老师学校生活时间',
);

/** Words of its own for each seed: texts that resemble one another would be the finding. */
function wordsOf(seed: number, length = 400): string {
  let state = seed + 1;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return HAN[(state >>> 8) % HAN.length] as string;
  };
  return Array.from({ length }, (_, at) => (at % 40 === 39 ? '。\n' : next())).join('');
}

function folderOf(category: string, number: number): string {
  return `${category}/${String(number).padStart(3, '0')}-第${number}件-${UNIVERSITIES[number % 4]}`;
}

/** The 25 works of the good submission, 272 texts, and three more under names of their own. */
export async function fillBatch(sample: Sample): Promise<void> {
  for (let number = 101; number <= 250; number += 1)
    await sample.write(`${folderOf('活动典型案例', number)}/案例.md`, `# 案例 ${number}\n\n${wordsOf(number)}`);
  for (let number = 301; number <= 422; number += 1)
    await sample.write(`${folderOf('会商指导方案', number)}/方案.txt`, wordsOf(number));
  await addTwins(sample);
  await addSayings(sample);
  await addOddities(sample);
}

/** Works that share a file or a text with another, far apart. */
async function addTwins(sample: Sample): Promise<void> {
  const [one, other] = [folderOf('活动典型案例', 101), folderOf('活动典型案例', 250)];
  await sample.copy(`${one}/案例.md`, `${other}/案例.md`);
  for (const number of [102, 103, 104, 105]) {
    const copied = (await sample.read(`${folderOf('活动典型案例', number)}/案例.md`)).toString().slice(0, 260);
    await sample.write(`${folderOf('会商指导方案', number + 200)}/方案.txt`, copied + wordsOf(number + 900, 150));
  }
  await sample.copy(LESSON_VIDEO, `${SECOND}/视频/睡眠调整.mp4`);
  // Works only once their bytes are known.
  for (const name of ['08-睡眠-甲大学', '09-压力-甲大学']) await sample.copy(LESSON_VIDEO, `心理微课/${name}`);
}

/** Intros in one document, a sheet, waivers, forms. */
async function addSayings(sample: Sample): Promise<void> {
  await sample.remove(LESSON_INTRO);
  await sample.remove(`${SECOND}/简介`);
  const intros = ['情绪管理与压力释放', '睡眠调整'].map(
    (title, index) => `# ${title}\n\n${wordsOf(index + 2000, 200)}`,
  );
  await sample.write('简介汇总.md', intros.join('\n\n'));
  const rows = [
    ['序号', '类别', '题目', '学校（单位）', '简介', '状态', '理由'],
    ['106', '活动典型案例', '另一个题目', '甲大学', '', '撤下', '联系人手机 13912345678'],
    ['107', '活动典型案例', '第107件', '', '', '候选', ''],
    ['999', '会商指导方案', '没有的', '乙学院', '', '', ''],
  ];
  await sample.write(
    '作品信息.xlsx',
    await writeExcelFile(rows.map((row) => row.map((value) => ({ value })))).toBuffer(),
  );
  await sample.write(`${folderOf('会商指导方案', 310)}/item.yaml`, 'title: 写在这里的题目\ninstitution: 乙学院\n');
  await sample.write('模板/方案模板.md', '# 方案\n\n【请填写：省里的题目】\n\n填写说明：这一行请删去。\n');
  await sample.write(`${folderOf('会商指导方案', 311)}/方案.txt`, `【请填写：省里的题目】\n${wordsOf(5000)}`);
  await sample.configure('waivers:\n  - {rule: quota/count, subject: 活动典型案例, reason: 多报几个供遴选}');
}

/** What belongs to no work, and names that are none. */
async function addOddities(sample: Sample): Promise<void> {
  await sample.write('合影.jpg', Buffer.from('ffd8ffe000104a46494600', 'hex'));
  await sample.write('活动典型案例/说明.txt', '请看各个文件夹。\n');
  await sample.write('Thumbs.db', 'x');
  await sample.write(`${folderOf('会商指导方案', 312)}/手机13987654321.txt`, wordsOf(6000));
  await sample.write('会商指导方案/__proto__/方案.txt', wordsOf(7000));
  await sample.write(`${folderOf('会商指导方案', 316)}/方案.txt`, `联系电话：13611112222\n${wordsOf(9000)}`);
  await sample.write(`${folderOf('会商指导方案', 313)}/方案（终稿）.txt`, wordsOf(8000));
  await sample.remove(`${folderOf('会商指导方案', 314)}/方案.txt`);
  if (process.platform !== 'win32') await symlink('方案.txt', sample.path(`${folderOf('会商指导方案', 315)}/链接.txt`));
}
