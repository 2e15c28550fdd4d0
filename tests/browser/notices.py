"""Real notices as a clerk types them who sees only the form.

Names of persons, phones and the two days of 2021-12-20 and 2022-01-10 are invented; firms, sums and
other days are as they were published.
"""

from tests.browser.clerk import Clerk

TOWNS = (
    "南丹县六寨镇\n月里镇\n吾隘镇\n八圩乡部分",
    "南丹县中堡乡\n芒场镇\n罗富镇\n大厂镇\n城关镇\n里湖乡\n八圩乡部分",
)
YEAR = "合同签订之日起一年内开展相关社会救助经办服务工作，具体的时间计划安排按照实际要求执行"
SCORES = (
    ("上门生活照料", "84", "良好"),
    ("助餐配餐", "77", "合格"),
    ("上门医疗", "77.5", "合格"),
    ("临终关怀", "22.5", "不合格"),
    ("护理站", "1", "/"),
    ("长护险定点", "/", "/"),
)


def head(clerk: Clerk, title: str, tier: str, extent: str, number: str = "") -> None:
    """What is asked of every notice first."""
    clerk.write(标题是什么=title)
    clerk.within("来源").write(看到的是发布者自己的页面=tier, 看到了公告的全部内容=extent)
    if number:
        clerk.within("编号是什么：第1项").write(编号=number, 角色="项目编号")


def begins(clerk: Clerk, division: str, slug: str, regime: str = "政府采购") -> None:
    """A project that this site does not have yet."""
    clerk.page.get_by_label("六位行政区划代码").fill(division)
    clerk.page.get_by_label("项目的文件夹名").fill(slug)
    clerk.within("项目从这份公告开始").write(采购性质=regime)


def award(clerk: Clerk) -> None:
    """Two lots, no date, an expert list without roles: 采购社会救助经办服务."""
    clerk.kind("成交结果公告")
    head(clerk, "采购社会救助经办服务", "原文", "全文", "HCZC2021-C3-210232-HYZX")
    begins(clerk, "451221", "shehui-jiuzhu-jingban")
    clerk.write(这个页面写的发布日期是哪一天="2022年1月10日", 项目叫什么="采购社会救助经办服务")
    clerk.write(服务要求是什么="详见采购文件采购需求")
    clerk.within("采购人是谁：第1项").write(名称="南丹县民政局")
    clerk.within("代理机构是谁：第1项").write(名称="广西浩业工程咨询有限公司")
    winners, lots = clerk.within("选中了谁"), clerk.within("分成哪些包")
    winners.add()
    lots.add()
    winners.within("选中了谁：第1项").write(
        名称="广西大贤通讯设备有限公司",
        它的地址是什么="南宁市东葛路9号联发臻品3栋1单元205",
        成交="最终报价:688000.00(元)",
        分包的="1",
    )
    winners.within("选中了谁：第2项").write(
        名称="广西助力社会救助服务中心",
        它的地址是什么="广西南宁市良庆区凯旋路16号裕达国际中心广东大厦1301-1",
        成交="最终报价:699700(元)",
        分包的="2",
    )
    for i, (number, places) in enumerate(zip("ⅠⅡ", TOWNS, strict=True), 1):
        lot = lots.within(f"分成哪些包：第{i}项")
        lot.write(包号=str(i), 名称=f"采购社会救助经办服务{number}标段")
        lot.more("服务地点").write(服务地点=places)
        lot.more("服务期限").within("服务期限").more("原文写法").write(原文写法=YEAR)
    clerk.write(主要标的是什么="采购社会救助经办服务Ⅰ标段\n采购社会救助经办服务Ⅱ标段")
    experts = clerk.within("评审小组有几人、几位专家").within("评审专家有哪些人")
    for i, name in enumerate(("赵甲一", "钱乙二", "孙丙三"), 1):
        if i > 1:
            experts.add()
        experts.within(f"评审专家有哪些人：第{i}项").write(名称=name)
    clerk.within("代理机构收多少费、按什么标准").write(
        金额="30815元",
        标准="国家发展计划委员会《招标代理服务费管理暂行办法》（计价格[2002]1980号）服务类收费标准",
    )
    clerk.within("公告从何时到何时").within("长度").write(天数="1", 按工作日="是")
    contacts = clerk.within("采购人和代理机构怎样联系")
    contacts.add()
    contacts.within("采购人和代理机构怎样联系：第1项").write(
        角色="采购人", 地址="南丹县城关镇民政路01号", 电话="0778-0000001"
    )
    contacts.within("采购人和代理机构怎样联系：第2项").write(
        角色="采购代理机构",
        地址="河池市金城江区上任南路27号（金旅国际投资大厦一单元501号）",
        电话="0778-0000002",
    )
    clerk.looked()


def tender(clerk: Clerk) -> None:
    """The basics of the same purchase: two lots, each with budget and ceiling."""
    clerk.kind("竞争性磋商公告")
    head(clerk, "采购社会救助经办服务", "原文", "全文", "HCZC2021-C3-210232-HYZX")
    begins(clerk, "451221", "shehui-jiuzhu-jingban")
    clerk.write(
        这个页面写的发布日期是哪一天="2021年12月20日",
        项目叫什么="采购社会救助经办服务",
        用哪种方式选供应商="竞争性磋商",
        预算是多少="1400000元",
        接受联合体吗="否",
        要买哪些服务="南丹县六寨镇、月里镇、吾隘镇及八圩乡部分采购社会救助经办服务",
    )
    lots = clerk.within("分成哪些包")
    lots.add()
    for i, (number, places) in enumerate(zip("ⅠⅡ", TOWNS, strict=True), 1):
        lot = lots.within(f"分成哪些包：第{i}项")
        lot.write(包号=str(i), 名称=f"采购社会救助经办服务{number}标段")
        lot.write(预算金额="700000元", 最高限价="700000元")
        lot.more("数量").write(数量="不限")
        lot.more("服务地点").write(服务地点=places)
        lot.more("服务期限").within("服务期限").more("原文写法").write(原文写法=YEAR)
    clerk.looked()


def contract(clerk: Clerk) -> None:
    """A notice of an older local form, published late, with no clause of the contract in it."""
    clerk.kind("合同公告")
    head(
        clerk,
        "2021年市政排水设施养护项目采购合同公示",
        "原文",
        "全文",
        "徐采公（2021）JSSW（Q）001",
    )
    begins(clerk, "320371", "shizheng-paishui-yanghu")
    clerk.write(
        这个页面写的发布日期是哪一天="2021-05-10",
        项目叫什么="徐州经济技术开发区2021年市政排水设施养护项目",
        合同叫什么="2021年市政排水设施养护项目采购合同公示",
        哪一天签订="2021-04-15",
        合同金额是多少="6680000.00元",
    )
    clerk.within("采购人是谁：第1项").write(名称="徐州经济技术开发区水务处")
    clerk.within("乙方是谁：第1项").write(名称="江苏嘉利物业管理有限公司")
    clerk.find("预算", "预算金额").write(预算金额="6753300.00元")
    clerk.looked()


def single_source(clerk: Clerk) -> None:
    """Two rounds failed before; the page was seen only from its beginning."""
    clerk.kind("单一来源采购公示")
    title = "2026年横栏镇居家养老上门服务项目(三次)采购实行单一来源采购方式的公示"
    head(clerk, title, "原文", "摘录")
    begins(clerk, "442000", "henglan-jujia-yanglao", "采购性质未载明")
    clerk.within("来源").write(
        看到它的网址是什么="http://gdydzb.com/Bulletins/Detail?id=30759",
        摘录里没有写到哪些重要的内容="公示起止日\n专家论证意见\n供应商地址",
    )
    clerk.write(
        这个页面写的发布日期是哪一天="2026年1月26日",
        项目叫什么="2026年横栏镇居家养老上门服务项目(三次)",
        为什么只找这一家="两次竞争性磋商均因获取文件的供应商不足三家而废标，故改为单一来源",
        预算是多少="159600.00元",
        用哪种方式选供应商="单一来源采购",
        服务的是哪些人="老年人",
    )
    clerk.within("由谁发布：第1项").write(名称="广东远东招标代理有限公司")
    clerk.within("采购人是谁：第1项").write(名称="中山市横栏镇公共服务办公室")
    clerk.within("代理机构是谁：第1项").write(名称="广东远东招标代理有限公司")
    clerk.within("拟定的供应商是谁：第1项").write(名称="通用环球青鸟健康科技股份有限公司")
    steps = clerk.within("说到了哪些别的步骤")
    steps.add()
    for i, (event, day, words) in enumerate(
        (
            ("废标", "2026年1月14日", "至截止仍只有1家"),
            ("采购公告", "2026年1月15日", "竞争性磋商公告"),
        ),
        1,
    ):
        steps.within(f"说到了哪些别的步骤：第{i}项").write(事件=event, 日期=day, 原文所述=words)


def evaluation(clerk: Clerk) -> None:
    """A matrix of services with strokes in it, one of them failed and the whole passed."""
    clerk.kind("评估结果公示")
    title = "广州市白云区民政局关于三元里街道居家社区养老服务项目评估结果的公示"
    head(clerk, title, "转载", "摘录")
    begins(clerk, "440111", "sanyuanli-jujia-yanglao", "采购性质未载明")
    clerk.write(
        这个页面写的发布日期是哪一天="2023-03-15",
        项目叫什么="三元里街道居家社区养老服务项目",
        哪一天评价="2023年2月28日",
    )
    clerk.within("采购人是谁：第1项").write(名称="广州市白云区民政局")
    clerk.within("评价的是哪家机构：第1项").write(名称="广州恒健医院有限公司")
    clerk.within("由谁评价：第1项").write(名称="广州市社会福利与养老服务协会")
    clerk.within("评价的是哪段时间的服务").write(自="2022-03-16", 至="2023-03-15")
    clerk.within("总分和总等级是多少").write(得分="73.5", 等级="合格")
    results = clerk.within("各项服务得多少分")
    for i, (name, score, grade) in enumerate(SCORES, 1):
        if i > 1:
            results.add()
        results.within(f"各项服务得多少分：第{i}项").write(服务=name, 得分=score, 等级=grade)


NOTICES = (award, tender, contract, single_source, evaluation)
