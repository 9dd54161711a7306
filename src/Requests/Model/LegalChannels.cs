using Suiying.Contracts.Registry;

namespace Suiying.Requests.Model;

/// <summary>A sentence that tells the person where to go, for each reason; whoever refuses makes it fit the matter.</summary>
internal static class LegalChannels
{
    public static string For(RefusalReason reason, CitySnapshot city) =>
        reason switch
        {
            RefusalReason.N01Emergency => Translations.Of("情况紧急，请立即拨打 {0}。", city.EmergencyCalls),
            RefusalReason.N02Litigation => "这件事应通过诉讼解决，请向有管辖权的人民法院起诉；需要法律援助可到当地法律援助中心咨询。",
            RefusalReason.N03Arbitration => "这件事应通过仲裁解决。劳动争议请向用人单位所在地的劳动人事争议仲裁机构申请仲裁。",
            RefusalReason.N04Discipline => "反映党员干部违纪违法的问题，请向纪检监察机关举报，可拨打12388。",
            RefusalReason.N05Reconsideration => "对行政行为不服的，请在法定期限内申请行政复议，或向人民法院提起行政诉讼。",
            RefusalReason.N06Disclosure => "需要政府信息的，请向保存该信息的行政机关提出政府信息公开申请。",
            RefusalReason.N07Petition => "这件事已进入信访渠道，请按信访部门告知的程序继续，向受理的信访部门查询进展。",
            RefusalReason.N08StateSecret => "内容涉及国家秘密，不能通过热线受理。请不要在电话、网络上传递，向有关机关当面反映。",
            RefusalReason.N09TradeSecret => "内容涉及商业秘密，热线不能受理。请向有管辖权的机关依法反映。",
            RefusalReason.N10Privacy => "内容涉及他人隐私，热线不能受理。涉及本人权益的，请向有管辖权的机关依法反映。",
            RefusalReason.N11PublicOrder => "所述内容违反公序良俗，热线不能受理。如有合理诉求，请重新说明。",
            RefusalReason.N12RepeatedWithoutNewFact =>
                "同一事项正在办理或已经答复，没有新的事实。有新情况请补充到原工单，凭原编号查询进展。",
            RefusalReason.N13OutsideDuties => "这件事不属于政府职责。属于民事纠纷的，可向人民调解委员会申请调解，或向人民法院起诉。",
            RefusalReason.N14LawfullyConcluded => "这件事已经依法办结。对结论不服的，请按结论中写明的救济途径办理。",
            RefusalReason.N15OutsideArea => "这件事发生在本市以外，请加拨当地区号联系当地的政务服务便民热线。",
            _ => "现有信息无法核实。请补充时间、地点和具体经过后再次反映。",
        };
}
