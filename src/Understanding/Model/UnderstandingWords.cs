using Suiying.Engines.Topics;
using Suiying.Engines.Urgency;

namespace Suiying.Understanding.Model;

/// <summary>What the module's values are called.</summary>
public static class UnderstandingWords
{
    public static string Of(ModelKind kind) =>
        kind switch
        {
            ModelKind.Category => "诉求类别",
            _ => "承办单位",
        };

    public static string Of(ModelState state) =>
        state switch
        {
            ModelState.InUse => "使用中",
            ModelState.Waiting => "待启用",
            _ => "已替换",
        };

    public static string Of(TopicKind kind) => kind is TopicKind.Topic ? "热点" : "共性问题";

    /// <summary>Where no word names the danger, that there is one.</summary>
    public static string Of(DangerKind? kind) => kind is { } named ? Of(named) : "险情不明";

    public static string Of(DangerKind kind) =>
        kind switch
        {
            DangerKind.Fire => "火情",
            DangerKind.GasLeak => "燃气泄漏",
            DangerKind.Electricity => "触电危险",
            DangerKind.Trapped => "有人被困",
            DangerKind.Illness => "伤病",
            DangerKind.SelfHarm => "轻生",
            DangerKind.Violence => "暴力威胁",
            DangerKind.Vulnerable => "老幼险情",
            DangerKind.Collapse => "坍塌坠物",
            DangerKind.Water => "水患溺水",
            DangerKind.Poisoning => "中毒",
            DangerKind.Hazardous => "危险品",
            DangerKind.Traffic => "交通事故",
            DangerKind.Missing => "走失失联",
            DangerKind.Animal => "动物伤人",
            DangerKind.WaterSupply => "停水",
            DangerKind.PowerSupply => "停电",
            DangerKind.GasSupply => "停气",
            DangerKind.HeatingSupply => "停暖",
            DangerKind.Sewage => "污水外溢",
            DangerKind.Lift => "电梯停运",
            DangerKind.Road => "道路中断",
            DangerKind.Network => "通信中断",
            _ => "群体欠薪",
        };
}
