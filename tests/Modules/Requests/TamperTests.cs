using Suiying.Requests.Features;
using Suiying.Requests.Model;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

/// <summary>
/// Another's identifier in every address and form of a resident (domain A.13): with a token and a session of one's own, each act on another's request is refused
/// and changes nothing. What staff may do with each number is in <see cref="AuthorisationMatrixTests"/>, what anybody reads in <see cref="LeakTests"/>.
/// </summary>
public sealed class TamperTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private static readonly (string Act, (string, string)[] Fields)[] Acts =
    [
        (TakeOwnAction.Facts, [("facts", "我补充一点情况。")]),
        (TakeOwnAction.Withdraw, [("reason", "不用办了")]),
        (TakeOwnAction.Rate, [("contacted", "yes"), ("solved", "Yes"), ("satisfied", "Yes")]),
        (TakeOwnAction.Seen, []),
        (TakeOwnAction.Contest, [("contest", "我不同意这个结果。")]),
        (TakeOwnAction.Reopen, [("again", "又坏了，请再来看看。")]),
        (TakeOwnAction.Retaliation, [("retaliation", "有人因为这件事来威胁我。")]),
        (TakeOwnAction.Claim, [("right", "Delete"), ("claim", "请把内容都删掉。")]),
        (TakeOwnAction.ContestClaim, [("review", "我不同意这个答复。")]),
        (TakeOwnAction.UndoClaim, []),
    ];

    private readonly Town town = new(app);

    public static TheoryData<RequestState> States =>
        [RequestState.Registered, RequestState.NotAccepted, RequestState.CallbackPending, RequestState.Closed];

    [Fact]
    public void Every_act_of_a_resident_is_tried() =>
        Assert.Equal(
            typeof(TakeOwnAction)
                .GetFields()
                .Where(f => f.IsLiteral)
                .Select(f => (string)f.GetRawConstantValue()!)
                // Only asks whether one means it.
                .Except([TakeOwnAction.AskWithdraw])
                .Order(),
            Acts.Select(a => a.Act).Order()
        );

    [Theory, MemberData(nameof(States))]
    public async Task A_stranger_with_a_session_does_nothing_to_anothers_request_by_number_code_or_key(RequestState state)
    {
        var number = await town.In(state);
        var registered = await town.Register();
        var (version, rows) = (await town.Version(number), await town.Rows());
        var stranger = await town.At("stranger");
        var page = await stranger.Get("/my");
        foreach (var (act, fields) in Acts)
        {
            (string, string)[] own =
            [
                ("_handler", "track"),
                ("number", number),
                ("version", $"{version}"),
                ("key", Guid.CreateVersion7(app.Now).ToString()),
                ("act", act),
                .. fields,
            ];
            var byAddress = await stranger.PostForm($"/my/requests/{number}", page.Token, own);
            Assert.True((int)byAddress.Status is 403 or 404, $"{act}: {(int)byAddress.Status}");
            app.Clock.Advance(TimeSpan.FromMinutes(11));
            // Another's number with a code of one's own, and with none.
            foreach (var code in new[] { registered.QueryCode!, "" })
            {
                var byCode = await stranger.PostForm("/track", page.Token, [.. own, ("code", code)]);
                Assert.True((int)byCode.Status is 400 or 403 or 404 or 429, $"{act} with a code: {(int)byCode.Status}");
                Assert.DoesNotContain("路灯坏了", byCode.Text, StringComparison.Ordinal);
            }
        }
        Assert.Equal((version, rows), (await town.Version(number), await town.Rows()));
    }
}
