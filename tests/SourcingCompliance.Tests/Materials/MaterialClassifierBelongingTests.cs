namespace SourcingCompliance.Tests.Materials;

/// <summary>Belongings are not the thing that they belong to, in every script and word order.</summary>
public sealed class MaterialClassifierBelongingTests
{
    [Theory]
    [InlineData("步进电机安装板")]
    [InlineData("杆7-电机安装-M3")]
    [InlineData("底座安装板-步进电机")]
    [InlineData("连接侧板-步进电机")]
    [InlineData("步进电机-安装板")]
    [InlineData("转盘磁铁固定辅助")]
    [InlineData("光轴-磁铁吸附")]
    [InlineData("57步进电机驱动器 42/57步进电机")]
    [InlineData("モータドライバ 2ch")]
    [InlineData("モーターマウント")]
    [InlineData("스텝 모터 드라이버")]
    [InlineData("clamp_PF35B")]
    [InlineData("holder-SGM7J")]
    [InlineData("Pump body, aluminium")]
    [InlineData("BODY, PUMP")]
    [InlineData("离心泵泵体")]
    [InlineData("Pump housing")]
    [InlineData("PUMP CASING")]
    [InlineData("Impeller, pump")]
    [InlineData("Fan guard 120 mm")]
    [InlineData("Motor shaft 8 mm")]
    public void A_belonging_carries_nothing(string description) =>
        ShippedVocabulary.Classify(description).Materials.ShouldBeEmpty();

    [Theory]
    [InlineData("42步进电机", "contains")]
    [InlineData("步进电机 双轴", "contains")]
    [InlineData("步进电机X轴", "contains")]
    [InlineData("X轴-步进电机", "contains")]
    [InlineData("步进电机 带安装板", "contains")]
    [InlineData("电机带轮支架", "none")]
    [InlineData("步进电机 法兰安装", "contains")]
    [InlineData("步进电机 闭环 配驱动器", "contains")]
    [InlineData("无刷电机 内置驱动", "contains")]
    [InlineData("ブラシレスモータ ドライバ内蔵", "contains")]
    [InlineData("离心泵 铸铁泵体", "possible")]
    [InlineData("径向磁铁D10-3", "possible")]
    [InlineData("强力吸附磁铁", "possible")]
    [InlineData("サーボモータ", "contains")]
    [InlineData("galvo_QS20", "contains")]
    [InlineData("arm_servo", "possible")]
    [InlineData("CAP-T491A106K010AT", "contains")]
    [InlineData("Pump with stainless casing", "possible")]
    [InlineData("EC blower backward curved impeller", "possible")]
    public void The_thing_itself_stays(string description, string verdict) =>
        ShippedVocabulary.Verdict(ShippedVocabulary.Classify(description)).ShouldBe(verdict);

    [Theory]
    [InlineData("N52 12x5x3mm", "possible")]
    [InlineData("N50 1/2 x 1/8 x 1/16in", "possible")]
    [InlineData("N35 D8x3", "possible")]
    [InlineData("Ø10 x 2 mm, N42, nickel", "possible")]
    [InlineData("N52 12*5*3", "possible")]
    [InlineData("N52, 12 mm x 3 mm, pack of 10", "possible")]
    [InlineData("N50 1/2 NPT", "none")]
    [InlineData("N35 M8x1.25", "none")]
    [InlineData("NPN 50 V 2x3", "none")]
    [InlineData("N48 nut 10x5", "none")]
    [InlineData("Hose N40 12x8 mm", "none")]
    public void A_grade_with_nothing_but_a_size_may_be_a_magnet(string description, string verdict) =>
        ShippedVocabulary.Verdict(ShippedVocabulary.Classify(description)).ShouldBe(verdict);
}
