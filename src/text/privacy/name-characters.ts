/** Characters that names are made of. */

/**
 * Surnames of most of the population (《二〇二〇年全国姓名报告》 and the common ones after its first hundred), but for those in
 * `SURNAMES_AND_WORDS`.
 */
export const SURNAMES: ReadonlySet<string> = new Set(
  `王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖萧田董潘袁蔡蒋余杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范
汪廖石金韦贾夏付傅方邹熊白孟秦邱丘侯江尹薛闫阎段雷龙黎史陶贺毛郝顾龚邵覃武钱戴严莫孔汤康易乔赖庞樊殷庄章洪翁俞倪葛裴
聂焦齐梅柳岳霍邢耿牛温翟申尤岑骆阮柯滕芦詹欧褚童舒涂谷鲁戚卜柴鲍辛甘苗凌项桂蓝凤蒲屈卞栾邬蔺冉佟喻窦穆苑刁郁晏桑娄缪
臧巩隋闵荆鞠祁颜靳饶常匡邝苟阚亓仝佘冼邸胥敖牟甄竺綦芮荀虞谌郗郜郦鄢钮奚姬嵇晁蒯瞿粟逄檀卓麦茅伍屠`
    .replace(/\s/g, '')
    .split(''),
);

/** Surnames that mostly begin another word behind 「学生」 or 「同学」. */
export const SURNAMES_AND_WORDS: ReadonlySet<string> = new Set(
  '于安宁尚向成万祝季单包车景文和时解应明云水花平左古支党简费连边路管关展师全利相经能强盛阳原代司敬习米乐计蒙商游房楚池凡华卫纪毕宗麻古封沙占楼席幸迟莘栗郎皮沃兰',
);

export const DOUBLE_SURNAMES: ReadonlySet<string> = new Set(
  '欧阳 司马 上官 诸葛 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 司徒 夏侯 南宫 端木 独孤 轩辕 钟离'.split(' '),
);

/** Characters of given names that are given today; words that only join others in a sentence are left out. */
export const GIVEN: ReadonlySet<string> = new Set(
  `伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红建文辉力玲志国梅兰飞鹏健俊浩宇轩涵欣怡佳嘉雨雪琪瑶婷琳颖慧雅晓
小燕玥悦月梦诗思语馨妍菲蕾蓉倩茜莉薇雯妮珊莎璐莹晶琴芬芸菊莲翠春夏秋冬云霄峰海波江河洁清源泽润鸿雁翔鹤龙凤麟彪虎威震
雷鸣啸天昊旭阳晨曦晴曼昕昌盛晟星辰宸子梓紫若如一亦奕逸艺益毅义伊依颐芝智致治哲喆正政铮峥诚成承城程澄元圆媛远缘苑铭茗
凯恺楷睿瑞锐蕊蓓贝彬斌宾炳冰兵博柏伯帛灿璨畅朝琛臣橙初楚川传纯淳聪丛达丹旦德登迪棣典殿定东栋恩尔凡帆繁方斐丰枫锋逢福
富甫钢高歌格根耕庚功宫冠光广贵果寒翰瀚航豪好皓和荷贺恒衡弘宏洪虹厚桦怀欢焕晖卉惠蕙吉佶济纪继霁家坚剑娇姣捷婕金锦瑾进
晋京菁景靖敬久隽君骏峻筠竣克坤昆琨岚澜朗乐立利良亮霖凌岭伶隆珑鹭露伦罗洛马满茂玫美萌孟苗妙民珉模墨沐牧穆乃男南楠宁凝
农诺沛佩培朴普琦祺麒启奇绮千谦乾巧钦芹勤沁青卿情庆琼球权泉全群然冉仁荣容融茹汝洒赛森山善韶绍深沈生声圣胜石实士世仕书
舒淑曙树帅爽顺硕朔斯松嵩苏素岁孙泰韬滔腾田甜恬廷庭霆通彤桐童万婉旺望维玮炜蔚卫汶武希西析昔溪熙喜先贤娴显宪献香湘祥象
潇笑孝心忻新鑫信兴幸雄绪萱玄璇学勋薰迅亚严言岩炎研彦晏央扬遥耀野叶晔仪宜忆易翊翼音银引瑛盈影映永咏友余瑜羽郁育钰昱煜
裕豫园岳越允韵占湛章彰昭兆照真珍祯振之知中忠钟仲舟洲竹柱铸专庄卓灼资姿宗祖佐柔薏莞婧妤姝娅娥婵嫣嫦妹媚姗妞萃荔芮茵莺
菡蔓芊苒蒙蓝懿儿棋汉黛令亭贞唯杉安念意淇琰昀玘祎晗朵蕴漪悠舞弈骁骞`
    .replace(/\s/g, '')
    .split(''),
);

/** Rarer ones, and ones that begin words as often: they count where the sentence goes on as behind a name. */
export const RARER_GIVEN: ReadonlySet<string> = new Set(
  `齐禾衿砚笛闻珂珏珺珈玖琬璟瑄珣璞璧玺瑗恪憬懋忱怿愉旸昶暄暖曜旻旖昙沅沄泓泠洵浔浠浚涟淼渝渊湉溥滢漫澍澈濡瀛灏炀炘焱煊煦熠燊烨烁荟菀菱蓁蔼
苡茉荻莘芃芷芙苓葵藜栀桉桢梵榆槿樱栩棠椿栎柠柒杭铎钊钧锴镕铠嫒嫚婳嫄姮娉妘孜羿翀翎翩羲骅骐骥驰骋骢鸢鸥鹂鸾鹃岱峤嵘巍崧崇岐屹奎奥谨谊诩谧赟
赫跃逍遐迎迈霓霏靓颀颂颢飒馥魁黎默斓旎昂禧禹稷穗秉竞笙筱箫箐粲绅绎绘绚绫绯缇缨羚耘聿臻舫蝶衍觅轶铃阔龄勉勃劭吟吾垚堃宝宽宾寅寻尧屿弦弥彧
惟愫慈慕拓擎攸杏桃桑歆丞仑佑佟侨俐倬儒冕凇叡囡坪夙娆婴宥杞枝枚柘栖梧楹汀汐沣沫泱渔焓煌玟珞琎甯皎眉祈禛秦穹篱绵缦羡荏荧菏萤葳蓬蔻裳邑鲸麓
陶雳飘`
    .replace(/\s/g, '')
    .split(''),
);

/** Characters that hardly stand but in names. */
export const TELLING_GIVEN: ReadonlySet<string> = new Set(
  `婷琳涵欣怡佳琪瑶慧妍菲蕾蓉倩茜莉薇雯妮珊莎璐莹芸芬娜娟颖敏彤玥婕琛璇萱轩宇浩俊杰伟鹏凯翔昊旭曦昕晗宸梓奕喆睿彬炜皓瀚晨晖晟煜昱烨铭鑫钰
琦玮瑞瑾瑜琰琼霖雪诗嘉梦若语馨妤媛婉嫣姝岚楠桐檬柠芷芮苒萌芊菁茹蕊薏骁骏泽浚泓淇沐沁汐`
    .replace(/\s/g, '')
    .split(''),
);
