namespace Suiying.Engines.Urgency;

/// <summary>危险种类: what a signal of urgency tells of. The first fifteen are danger to people, the others supply that is broken.</summary>
public enum DangerKind
{
    /// <summary>火情: fire or smoke where people live and work.</summary>
    Fire,

    /// <summary>燃气泄漏: gas that is smelt or heard.</summary>
    GasLeak,

    /// <summary>触电危险: a live wire, water at the current, somebody struck.</summary>
    Electricity,

    /// <summary>被困: somebody cannot get out.</summary>
    Trapped,

    /// <summary>伤病: injury or illness that does not wait, medicine or oxygen that ends.</summary>
    Illness,

    /// <summary>轻生: somebody means to take their life, or may.</summary>
    SelfHarm,

    /// <summary>暴力威胁: violence going on or threatened.</summary>
    Violence,

    /// <summary>老幼险情: a child or an elder alone in danger.</summary>
    Vulnerable,

    /// <summary>坍塌坠物: what has fallen or is about to; an open shaft.</summary>
    Collapse,

    /// <summary>水患溺水: rising water, or somebody in the water.</summary>
    Water,

    /// <summary>中毒: food, fumes or a swallowed substance.</summary>
    Poisoning,

    /// <summary>危险品: a hazardous substance set free, explosives.</summary>
    Hazardous,

    /// <summary>交通事故: people hurt or in danger on road or rail.</summary>
    Traffic,

    /// <summary>走失失联: a person who needs help and cannot be found.</summary>
    Missing,

    /// <summary>动物伤人: an animal that attacks people.</summary>
    Animal,

    /// <summary>停水: no water, or none fit to use.</summary>
    WaterSupply,

    /// <summary>停电: no electricity.</summary>
    PowerSupply,

    /// <summary>停气: no gas.</summary>
    GasSupply,

    /// <summary>停暖: no heating in the cold.</summary>
    HeatingSupply,

    /// <summary>污水外溢: sewage that does not drain.</summary>
    Sewage,

    /// <summary>电梯停运: a lift out of service.</summary>
    Lift,

    /// <summary>道路中断: a road, its signals or its only bus fail.</summary>
    Road,

    /// <summary>通信中断: telephone or network fail.</summary>
    Network,

    /// <summary>群体欠薪: wages of many, soon beyond reach.</summary>
    Wages,
}
