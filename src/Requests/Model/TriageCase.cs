namespace Suiying.Requests.Model;

/// <summary>甄别: the six cases in which a matter is not dispatched, and the one in which it cannot be yet (Beijing regulation art. 11(1)–(6), domain A.3).</summary>
public enum TriageCase
{
    /// <summary>(1) handed to 110, 119, 120 or 122 at once.</summary>
    Emergency,

    /// <summary>(2) goes through the courts, arbitration, discipline, reconsideration, disclosure or petition; the channel is told.</summary>
    LegalChannel,

    /// <summary>(3) the same matter without a new fact or reason; its progress or result is told.</summary>
    SameMatter,

    /// <summary>(4) secrets or others' privacy; explained.</summary>
    Secrets,

    /// <summary>(5) outside the duties of government or outside the city; the market's or society's channel is told.</summary>
    OutsideDuties,

    /// <summary>(6) unlawful or against public order; dissuaded.</summary>
    Improper,

    /// <summary>Too little is known, and asking again brought nothing.</summary>
    Unclear,
}

/// <summary>What belongs to which case and what the hotline then does.</summary>
public static class Triage
{
    public static TriageCase Of(RefusalReason reason) =>
        reason switch
        {
            RefusalReason.N01Emergency => TriageCase.Emergency,
            RefusalReason.N12RepeatedWithoutNewFact or RefusalReason.N14LawfullyConcluded => TriageCase.SameMatter,
            RefusalReason.N08StateSecret or RefusalReason.N09TradeSecret or RefusalReason.N10Privacy => TriageCase.Secrets,
            RefusalReason.N13OutsideDuties or RefusalReason.N15OutsideArea => TriageCase.OutsideDuties,
            RefusalReason.N11PublicOrder => TriageCase.Improper,
            RefusalReason.N16CannotVerify => TriageCase.Unclear,
            _ => TriageCase.LegalChannel,
        };

    /// <summary>The case in the words of the regulation.</summary>
    public static string Of(TriageCase triage) =>
        triage switch
        {
            TriageCase.Emergency => "紧急警情",
            TriageCase.LegalChannel => "应走法定渠道或信访",
            TriageCase.SameMatter => "同一事项、无新事实新理由",
            TriageCase.Secrets => "涉及秘密或隐私",
            TriageCase.OutsideDuties => "职责以外",
            TriageCase.Improper => "违法或违反公序良俗",
            _ => "信息不全",
        };

    /// <summary>What the hotline does in this case.</summary>
    public static string Duty(TriageCase triage) =>
        triage switch
        {
            TriageCase.Emergency => "不要只是告知：来电人在线的，马上用“转紧急”转过去。",
            TriageCase.LegalChannel => "告知向哪个机关提出、怎样提出。",
            TriageCase.SameMatter => "告知原来那一件的进展或结果；有新事实的应当受理。",
            TriageCase.Secrets => "做好解释说明。",
            TriageCase.OutsideDuties => "告知可以找的市场或社会渠道；也可以不拒绝，派给行业主管部门监督处理。",
            TriageCase.Improper => "予以劝阻；其中合理的部分应当受理。",
            _ => "先请诉求人补充；补充后仍无法核实的才不予受理。",
        };
}
