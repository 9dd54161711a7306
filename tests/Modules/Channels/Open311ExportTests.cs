using System.Net;
using Suiying.Channels.Features;
using Suiying.Contracts.Requests;
using Suiying.Requests.Model;
using Suiying.Testing;
using Suiying.Tests.Requests;

namespace Suiying.Tests.Channels;

public sealed class Open311ExportTests(SuiyingApp app) : IClassFixture<SuiyingApp>, IAsyncDisposable
{
    private readonly Client client = new(app);
    private readonly Town town = new(app);

    [Fact]
    public async Task The_table_holds_what_the_list_holds_and_nothing_that_a_resident_wrote()
    {
        var lamp = app.Given.Intake();
        var number = await app.Request(lamp);
        await app.Request(lamp with { WantsSecrecy = true });
        await app.Request(lamp with { Type = RequestType.Report });

        var table = await client.Get("requests.csv");
        var list = await client.Get("requests.json");

        Assert.Equal((HttpStatusCode.OK, "text/csv; charset=utf-8"), (table.Status, table.ContentType));
        var lines = Lines(table.Text);
        Assert.StartsWith("service_request_id,status,status_notes,", lines[0]);
        Assert.Equal(list.Ids, lines.Skip(1).Select(l => l.Split(',')[0]));
        Assert.Contains(number, list.Ids);
        Assert.DoesNotContain(lamp.Text, table.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Town.Phone, table.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_hold_and_mistakes_are_told_as_in_the_list()
    {
        await app.Request();
        var closed = await town.In(RequestState.Closed);
        Assert.Contains(closed, (await client.Get("requests.csv?status=closed")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(closed, (await client.Get("requests.csv?status=open")).Text, StringComparison.Ordinal);
        Assert.Single(
            Lines((await client.Get($"requests.csv?service_request_id={closed}")).Text),
            l => l.StartsWith(closed, StringComparison.Ordinal)
        );
        Assert.Equal(HttpStatusCode.BadRequest, (await client.Get("requests.csv?status=lost")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.Get("requests.csv?api_key=sy_wrong")).Status);
    }

    [Fact]
    public async Task Only_a_key_lifts_the_limits_of_days_and_rows()
    {
        const string Years = "requests.csv?start_date=2020-01-01T00:00:00Z&end_date=2030-01-01T00:00:00Z";
        var (first, second) = (await app.Request(), await app.Request());
        Assert.Equal(HttpStatusCode.BadRequest, (await client.Get(Years)).Status);
        Assert.Equal([second], Lines((await client.Get("requests.csv?page_size=1")).Text).Skip(1).Select(l => l.Split(',')[0]));
        var key = (await client.NewKey()).Secret;
        var all = await client.Get($"{Years}&page_size=1&api_key={key}");
        Assert.True(all.Text.Contains(first, StringComparison.Ordinal) && all.Text.Contains(second, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_public_text_that_looks_like_a_formula_is_a_text()
    {
        var number = await town.In(RequestState.Closed);
        var text = ("text", (object?)"=HYPERLINK(1)，已修好");
        Assert.True((await Endpoints.Of(RequestAction.ApprovePublicText).Send(await town.At("reviewer"), number, text)).IsSuccess);
        var table = (await client.Get($"requests.csv?service_request_id={number}")).Text;
        Assert.Contains("HYPERLINK", table, StringComparison.Ordinal);
        Assert.DoesNotContain(",=HYPERLINK", table, StringComparison.Ordinal);
        Assert.DoesNotContain("\"=HYPERLINK", table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_rows_come_although_they_are_more_than_are_written_together()
    {
        var (number, last) = (await app.Request(), await app.Request());
        using var memory = new MemoryStream();
        var command = new ExportOpen311Requests.Command
        {
            Filter = new ViewFilter { Numbers = [number, last] },
            To = memory,
        };
        var count = await app.Use<ExportOpen311Requests, Outcome<int>>(e => e.Run(command, default));
        Assert.Equal(2, count.Value);
        Assert.Equal(3, Lines(System.Text.Encoding.UTF8.GetString(memory.ToArray())).Length);
    }

    [Fact]
    public async Task Extensions_bring_the_steps_as_notes_and_the_plain_answer_does_not()
    {
        var number = await town.In(RequestState.Closed);
        var notes = (await client.Get($"requests/{number}.json?extensions=true")).Json[0].GetProperty("notes");
        var words = notes.EnumerateArray().Select(n => n.GetProperty("summary").GetString()).ToList();
        Assert.Equal(["登记", "派单", "签收", "答复", "回访"], words);
        Assert.All(notes.EnumerateArray(), n => Assert.Contains("+08:00", n.GetProperty("datetime").GetString(), StringComparison.Ordinal));
        Assert.Equal(5, (await client.Get($"requests/{number}.xml?extensions=true")).Xml.Descendants("note").Count());
        Assert.False((await client.Get($"requests/{number}.json")).Json[0].TryGetProperty("notes", out _));
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    private static string[] Lines(string table) => table.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
