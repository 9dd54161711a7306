using System.Text;
using Microsoft.EntityFrameworkCore;
using Suiying.Requests.Features;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

/// <summary>Made-up letters in the two formats that real ones come in.</summary>
public sealed class ImportLettersTests : IAsyncLifetime
{
    private const string Letters = "id,user,title,time,body,against,likes\n";
    private const string Replies = "id,user,title,time,body,reply,reply_time\n";

    private readonly SuiyingApp app = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_letter_is_registered_on_its_own_day_and_can_be_dispatched()
    {
        var summary = await Import(Letters + "1,U1,路灯不亮,2019/3/5 10:06:36,\"杨柳路的路灯不亮，\n晚上看不见。\",0,3\n");

        Assert.Equal((1, 0, 0), (summary.Loaded, summary.Already, summary.Read.Problems.Count));
        var request = (await Requests()).Single();
        Assert.Equal((RequestState.Registered, Channel.Letter, false), (request.State, request.Channel, request.Synthetic));
        Assert.Equal(new DateTimeOffset(2019, 3, 5, 10, 6, 36, TimeSpan.FromHours(8)), request.RegisteredAt);
        Assert.StartsWith("9901001903055", request.Number);
        Assert.Contains(RequestAction.Dispatch, RequestAccess.Available(await app.Given.Staff(Role.Dispatcher), request, app.City));
        Assert.NotEmpty(await app.Use<IRequestSearch, IReadOnlyList<long>>(s => s.Find("看不见", new SearchScope(), null, 10, Ct)));
    }

    [Fact]
    public async Task A_letter_with_an_answer_waits_for_review_with_its_reply_and_date()
    {
        await Import(Replies + "7,U2,咨询补贴,2019-02-21 09:00:00,请问补贴什么时候发放到账？,您好，补贴已于本月发放，请查收。,2019/2/21\n");

        var request = (await Requests()).Single();
        Assert.Equal(RequestState.Replied, request.State);
        // Only the day of the answer is told, and it cannot have come before the letter.
        Assert.Equal(request.RegisteredAt, request.RepliedAt);
        var notes = await app.Use<RequestsDb, List<RequestNote>>(db => db.Notes.OrderBy(n => n.Kind).ToListAsync(Ct));
        Assert.Contains(notes, n => n.Kind == RequestAction.ImportReply && n.Text.StartsWith("您好", StringComparison.Ordinal));
        var history = await app.Use<RequestsDb, List<RequestTransition>>(db => db.Transitions.OrderBy(t => t.Seq).ToListAsync(Ct));
        Assert.Equal([RequestAction.Register, RequestAction.ImportReply], history.Select(t => t.Action));
        Assert.All(history, t => Assert.Equal(t.ComputeHash(), t.Hash));

        var reviewer = await app.Given.Staff(Role.Reviewer);
        // Whoever reviews it reads the answer that came with it.
        var read = await app.Use<ReadRequest, Outcome<RequestDetail>>(use =>
            use.Run(new ReadRequest.Query { Number = request.Number }, reviewer, Ct)
        );
        Assert.StartsWith("您好", read.Value.Answer?.Text);
        Assert.Equal(
            ["2019年2月21日", "2月21日 09:00"],
            new[] { 2020, 2019 }.Select(year =>
                app.City.ShortOrDay(request.RegisteredAt, new DateTimeOffset(year, 6, 1, 0, 0, 0, TimeSpan.Zero))
            )
        );
        var back = await app.Use<SendBackReply, Outcome<Receipt>>(send =>
            send.Run(new SendBackReply.Command { Target = new Target(request.Number), Reason = "没有说明金额和时间。" }, reviewer, Ct)
        );
        Assert.IsType<NobodyToRedo>(back.Refusal);
    }

    [Fact]
    public async Task Twice_is_once_and_one_user_is_one_person()
    {
        var file =
            Letters
            + "1,U1,同样的信,2019/3/5 10:06:36,同样的内容，写了两次。,0,0\n2,U1,同样的信,2019/3/5 10:06:36,同样的内容，写了两次。,0,0\n"
            + ",U2,没有编号,2019/3/6 8:00:00,这封信没有编号，也只来一次。,0,0\n";

        var first = await Import(file);
        var second = await Import(file);

        Assert.Equal((3, 0), (first.Loaded, first.Already));
        Assert.Equal((0, 3), (second.Loaded, second.Already));
        var requests = await Requests();
        Assert.Equal((3, 2), (requests.Count, requests.Select(r => r.PersonId).Distinct().Count()));
    }

    [Fact]
    public async Task Every_bad_row_is_told_and_strict_loads_none()
    {
        var file =
            Letters
            + "1,U1,好的,2019/3/5 10:06:36,这一行没有任何问题。,0,0\n"
            + "2,U1,时间不对,昨天,时间写成了文字的一封信。,0,0\n"
            + "3,U1,没有正文,2019/3/5 10:06:36,,0,0\n"
            + "4,U1,少一格,2019/3/5 10:06:36,少了一个单元格的一封信。,0\n"
            + "1,U1,编号重复,2019/3/5 10:06:36,编号和第二行一样的另一封信。,0,0\n"
            + "6,U1,票数不对,2019/3/5 10:06:36,票数不是数字的一封信。,很多,0\n"
            + "7,U1,将来的信,2099/3/5 10:06:36,来自将来的一封信。,0,0\n";
        (int, string)[] expected = [(3, "time"), (4, "body"), (5, "-"), (6, "id"), (7, "against"), (8, "time")];

        var strict = await Import(file, strict: true);
        Assert.Empty(await Requests());
        var loaded = await Import(file);

        Assert.Equal(expected, strict.Read.Problems.Select(p => (p.Row, p.Field)));
        Assert.Equal(expected, loaded.Read.Problems.Select(p => (p.Row, p.Field)));
        Assert.All(loaded.Read.Problems, p => Assert.True(p.Problem.Length > 0 && p.Expected.Length > 0));
        Assert.Equal(1, loaded.Loaded);
    }

    [Fact]
    public async Task A_long_title_is_shortened_and_stands_whole_in_the_text()
    {
        var title = string.Concat(Enumerable.Repeat("很长的标题", 20));
        await Import(Letters + $"1,U1,{title},2019/3/5 10:06:36,正文只有这么几个字。,0,0\n");

        var request = (await Requests()).Single();
        Assert.Equal(ServiceRequest.LongestTitle, request.Title.Length);
        var note = await app.Use<RequestsDb, RequestNote>(db => db.Notes.SingleAsync(Ct));
        Assert.StartsWith(title, note.Text);
    }

    [Fact]
    public async Task A_file_of_a_spreadsheet_in_GB18030_is_read_and_an_unknown_header_refused()
    {
        var chinese = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;
        var bytes = chinese.GetBytes(Letters + "1,U1,路灯不亮,2019/3/5 10:06:36,杨柳路的路灯不亮。,0,0\n");
        Assert.Equal(1, (await Try(bytes, strict: false)).Value.Loaded);
        Assert.Equal("路灯不亮", (await Requests()).Single().Title);

        Assert.Equal(RefusalKind.Invalid, (await Try(Encoding.UTF8.GetBytes("a,b\n1,2\n"), strict: false)).Refusal!.Kind);
    }

    private async Task<ImportLetters.Summary> Import(string text, bool strict = false) =>
        (await Try(Encoding.UTF8.GetBytes(text), strict)).Value;

    private async Task<Outcome<ImportLetters.Summary>> Try(byte[] bytes, bool strict)
    {
        var path = Path.Combine(app.Var, "letters.csv");
        await File.WriteAllBytesAsync(path, bytes, Ct);
        return await app.Use<ImportLetters, Outcome<ImportLetters.Summary>>(import =>
            import.Run(new ImportLetters.Command { Path = path, Strict = strict }, Actor.System, Ct)
        );
    }

    private Task<List<ServiceRequest>> Requests() =>
        app.Use<RequestsDb, List<ServiceRequest>>(db => db.Requests.AsNoTracking().OrderBy(r => r.Serial).ToListAsync(Ct));
}
