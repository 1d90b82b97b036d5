namespace Ingest.Core.Entities;

/// <summary>
/// The functions of departments and the words of their names over cities and years: one a line, id, Chinese name, words.
/// <c>word:2018-2023</c> was given to such departments in these years; without years it is not bound to any. A word belongs to
/// one function; the longest word in a name decides, one with <c>~</c> only where there is no other.
/// </summary>
internal static class EntityFunctionTable
{
    public const string Text = """
        petitions 信访 信访 群众来访 人民来访 来信来访 群众工作部
        public_security 公安 公安 警察 刑事科学技术 看守所 拘留所 强制隔离戒毒所 特警 交警 边防
        education 教育 教育 教委 学校 小学 中学 幼儿园 学院 大学 职业技术学院 职业教育 招生考试 教师进修 教学研究 教科院 实验学校 电化教育 中等专业
        finance 财政 财政 国库支付 国库集中收付 非税收入 财务集中 会计核算 预算评审 投资评审
        party_office 党委办公 党委办公 委办公厅 ~委员会办公厅 ~委员会办公室 ~委办公室 ~委办
        discipline 纪检监察 纪律检查 监察委员会 监察局:-2017 监察厅:-2017 监委 纪委 巡察 巡视
        organisation 组织 组织部 干部人事档案 党员教育 人才工作
        veteran_cadres 老干部 老干部 离退休干部 老年大学 关心下一代
        publicity 宣传 宣传部 精神文明 文明办 讲师团 新闻办公室
        united_front 统战 统战部 统一战线 社会主义学院 归国华侨 侨联 侨务:-2018 黄埔军校同学会
        political_legal 政法 政法委 政法委员会 综治 社会治安综合治理 法学会 防范和处理邪教
        social_work 社会工作 社会工作部:2023- 社会工作委员会
        establishment 机构编制 机构编制 编制委员会 编办
        party_school 党校 党校 行政学院
        party_history 党史方志 党史 地方志 史志 方志
        archives 档案 档案 档案局 档案馆
        confidentiality 机要保密 机要 保密局 国家保密 密码管理
        network 网信 网络安全和信息化 网信 互联网信息
        policy_research 政策研究 政策研究 政研室 全面深化改革 改革办 研究室 决策咨询 财经委员会办公室
        civil_military 军民融合 军民融合 国防科技工业 国防动员
        people_congress 人大 人大 人民代表大会
        consultative 政协 政协 政治协商会议
        democratic_parties 民主党派 民主党派 ~民革 国民党革命委员会 ~民盟 民主同盟 ~民建 民主建国会 ~民进 民主促进会 农工党 农工民主党 致公党 九三学社 台盟 台湾民主自治同盟
        government_office 政府办公 政府办公室 政府办公厅 政府办 驻北京办事处 驻京办 驻上海办事处 参事室 接待办
        offices_administration 机关事务 机关事务 机关后勤 公务用车 ~会议中心
        foreign_affairs 外事 外事 外事办 外办 港澳事务 对外友好 对外交流
        taiwan_affairs 台湾事务 台湾事务 台湾工作 台办 台港澳
        reform 发展改革 发展和改革 发展改革 发改 物价局:-2018 价格认证 价格监测 重大项目 能源局 节能监察 信用中心 经济信息中心
        grain 粮食物资 粮食 物资储备 粮油
        science 科技 科学技术 科技局 科技厅 科技创新 科委 生产力促进 外国专家
        industry 工业信息化 工业和信息化 工信 经济和信息化 经信 经济贸易 中小企业 无线电管理 工业发展 墙体材料
        data 数据 大数据 数据局:2023- 数据资源 数据管理 数据中心 信息化工作 智慧城市 信息中心 电子政务
        government_services 政务服务 政务服务 行政审批 政务服务管理 政务中心 便民服务 市民热线 12345
        ethnic_religious 民族宗教 民族宗教 民族事务 宗教事务 民宗 伊斯兰教 佛教协会 道教协会
        civil_affairs 民政 民政局 民政厅 民政部 社会福利 救助管理 殡葬 养老 福利院 儿童福利 老龄 婚姻登记 慈善 福利彩票 敬老院
        justice 司法行政 司法局 司法厅 司法所 司法 法制办:-2018 法律援助 公证处 监狱 戒毒 强制隔离戒毒 社区矫正 仲裁 律师
        human_resources 人力社保 人力资源和社会保障 人力资源社会保障 人社 就业 社会保险 社保 劳动监察 劳动保障 劳动人事 人才服务 人事考试 技师学院 技工学校
        natural_resources 自然资源规划 自然资源:2018- 国土资源:-2018 规划和自然资源 规划局 城乡规划 城市规划 不动产 土地储备 ~土地 地质 测绘 矿产 地理信息
        environment 生态环境 生态环境:2018- 环境保护:-2018 环保局:-2018 环境监测 环境监察 减污降碳 固体废物 辐射
        housing 住房建设 住房和城乡建设 住房城乡建设 住房和建设 住建 城乡建设 建设委员会 房产 房屋 住房保障 建设工程 建筑 房管 房地产 征收 棚户区 工务 城建
        housing_fund 住房公积金 住房公积金 公积金
        urban_management 城市管理 城市管理 城管 综合行政执法 市容 环境卫生 环卫 市政管理 市政公用 城市运行 照明 垃圾
        transport 交通运输 交通运输 交通局 公路 道路运输 港航 航道 海事 轨道交通 铁路 民航 机场 港口 交通委员会 地铁 收费站 邮政管理
        water 水利水务 水利 水务 河道 水库 防汛 水文 灌区 水资源 排水 供水 污水 河长 引黄 南水北调 水土保持 移民
        agriculture 农业农村 农业农村:2018- 农业局:-2018 农业委员会 农委 农业 畜牧 兽医 动物疫病 动物卫生 农机 农场 种子 渔业 水产 农产品 蔬菜 茶叶
        rural_revival 乡村振兴 乡村振兴:2021- 扶贫:-2021 扶贫开发 脱贫
        forestry 林业园林 林业 园林 绿化 林场 森林 花卉 植物园 动物园 公园管理 自然保护区 湿地 苗圃
        ocean 海洋 海洋 海洋与渔业 海洋发展
        commerce 商务 商务 口岸 商业 经贸合作 电子商务 流通 外经贸
        investment 招商投资 投资促进 招商 经济合作 合作交流 对口支援 区域合作
        culture_tourism 文化旅游 文化和旅游:2018- 文化旅游 文旅 文化广电 文化局 旅游 文化馆 图书馆 博物馆 美术馆 文物 剧院 剧团 歌舞 艺术 非物质文化遗产 文化市场 文化遗产
        broadcasting 广播电视 广播电视 电视台 广播电台 融媒体 新闻出版 报社 日报 传媒
        sports 体育 体育 运动 体校 体育馆
        health 卫生健康 卫生健康:2018- 卫生和计划生育:-2018 卫计:-2018 卫健 卫生局 卫生院 卫生服务 医院 妇幼 疾病预防 疾控 急救 血液 血站 中医 卫生监督 计划生育 精神卫生 保健院
        medical_insurance 医疗保障 医疗保障:2018- 医保 医疗保险
        veterans 退役军人 退役军人:2018- 军队离休 军休 双拥 烈士 军供 优抚
        emergency 应急管理 应急管理:2018- 安全生产监督管理:-2018 安全生产 安监 应急 地震 防震减灾 减灾
        fire 消防 消防 消防救援
        audit 审计 审计
        state_assets 国有资产 国有资产监督 国资委 国资 国有资产
        market_regulation 市场监管 市场监督管理:2018- 市场监管 工商行政管理:-2018 工商局:-2018 质量技术监督:-2018 质监:-2018 计量 特种设备 食品检验 质量检验 产品质量 标准化 消费者 纤维检验 个体劳动者
        drugs 药品监管 药品监督 食品药品:-2018 药监 药品检验 医疗器械
        intellectual_property 知识产权 知识产权 专利
        statistics 统计 统计 调查队 普查中心
        financial_affairs 金融 金融 金融工作 金融监督 地方金融
        civil_defence 人民防空 人民防空 人防 民防
        meteorology 气象 气象 人工影响天气 气候
        courts 法院 人民法院 法院
        prosecutors 检察 人民检察院 检察院 检察
        trade_union 工会 总工会 工会 工人文化宫 工人疗养院
        youth_league 共青团 共青团 共产主义青年团 团市委 团区委 团县委 团省委 青少年宫 少年宫 青少年活动
        women 妇联 妇女联合会 妇联 妇女儿童
        disabled 残联 残疾人 残联
        red_cross 红十字会 红十字
        industry_commerce 工商联 工商业联合会 工商联
        literature_arts 文联社科 文学艺术界 文联 社会科学 社科联 社科院 作家协会
        science_association 科协 科学技术协会 科协 科技馆 科学馆 科普
        supply_cooperatives 供销 供销
        public_resources 公共资源交易 公共资源交易 政府采购中心 集中采购 招标投标
        taxation 税务 税务
        development_zone 开发区 开发区 高新区 高新技术产业 保税区 工业园 ~管理委员会 ~管委会 ~新区 自由贸易 产业园 风景名胜区
        subdistrict 乡镇街道 街道 镇政府 乡政府 乡镇 ~社区
        """;
}
