using Microsoft.Extensions.Localization;
using Suiying.Contracts.Registry;
using Suiying.Requests.Model;

namespace Suiying.Requests.Features;

/// <summary>What an agent reads when a call is registered.</summary>
internal static class CallWords
{
    public static string Of(IStringLocalizer<Texts> t, CitySnapshot city, RegisterCall.Command command, RegisterCall.Result result)
    {
        var unit = city.Units.NameOf(command.Unit);
        return (command.Next, result) switch
        {
            (var next, { Not: { } not }) => t["已登记，但还没有{0}：{1}请在“待派单”里继续。", t[Doing(next)], not.Text],
            (CallNext.Wait, _) => t["已登记，等待派单。"],
            (CallNext.Answer, _) => t["已登记并直接答复。"],
            (CallNext.Refuse, _) => t["已登记，并记录不予受理；请把原因和渠道告诉来电人。"],
            (CallNext.Join, _) => t["已登记，并与同一事项的工单放在一起。"],
            (_, { Receipt.DueAt: { } due }) => t["已登记并派给{0}，{1} 前签收。", unit, city.Short(due)],
            _ => t["已登记并派给{0}。", unit],
        };
    }

    private static string Doing(CallNext next) =>
        next switch
        {
            CallNext.Answer => "答复",
            CallNext.Refuse => "告知不予受理",
            CallNext.Join => "并入同一事项",
            _ => "派出",
        };
}
