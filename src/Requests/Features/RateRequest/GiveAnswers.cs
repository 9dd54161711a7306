using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>
/// The answers of a callback, whoever takes them: who is satisfied, or wants nothing more, closes; who is not gets a second handling; who is
/// not after that, a decision by name.
/// </summary>
internal static class GiveAnswers
{
    public static Task<Outcome<Receipt>> Give(
        Scoped scoped,
        ServiceRequest request,
        Target target,
        CallbackAnswers answers,
        string? remark,
        bool again,
        Actor by,
        CancellationToken ct
    )
    {
        var unsatisfied = ServiceRequest.Unsatisfied(answers);
        if (unsatisfied && request.SecondHandlings > 0)
            return scoped.Run<ReferDecision, Outcome<Receipt>>(refer =>
                refer.Run(
                    new ReferDecision.Command
                    {
                        Target = target,
                        Answers = answers,
                        Remark = remark,
                    },
                    by,
                    ct
                )
            );
        if (unsatisfied && again && request.Offers(RequestAction.SecondHandling))
            return scoped.Run<HandleAgain, Outcome<Receipt>>(second =>
                second.Run(
                    new HandleAgain.Command
                    {
                        Target = target,
                        Answers = answers,
                        Remark = remark,
                    },
                    by,
                    ct
                )
            );
        return by.Is(Role.Resident)
            ? scoped.Run<RateRequest, Outcome<Receipt>>(rate =>
                rate.Run(
                    new RateRequest.Command
                    {
                        Target = target,
                        Answers = answers,
                        Remark = remark,
                    },
                    by,
                    ct
                )
            )
            : scoped.Run<RecordCallback, Outcome<Receipt>>(record =>
                record.Run(
                    new RecordCallback.Command
                    {
                        Target = target,
                        Answers = answers,
                        Remark = remark,
                    },
                    by,
                    ct
                )
            );
    }

    /// <summary>What was done, for the person.</summary>
    public static string Said(RequestState state) =>
        state switch
        {
            RequestState.Dispatched => "已记下您的评价，已退回办理单位再办一次。",
            RequestState.DecisionPending => "已记下您的评价，由督办员具名决定并答复您。",
            _ => "谢谢您的评价，这件诉求已办结。",
        };
}
