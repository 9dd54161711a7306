using System.Text;
using Microsoft.EntityFrameworkCore;
using Suiying.Engines.Tables;
using Suiying.Requests.Features;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Tests.Cities;

/// <summary>Tables of another system, good and hostile, through the map that the pack brings.</summary>
public sealed class ImportRequestsTests : IAsyncLifetime
{
    private const string Head =
        "case_enquiry_id,open_dt,target_dt,closed_dt,case_status,closure_reason,case_title,reason,type,department,location,latitude,longitude\n";
    private const string Closed =
        "101,2011-07-01 01:32:33,2011-07-15 01:32:32,2011-07-02 05:06:58,Closed,Fuse replaced,Street Light Outages,Street Lights,Street Light Outages,PWDx,Groveland St,42.2715,-71.0772\n";
    private const string Open =
        "102,2011-12-01 10:00:00,,,Open, ,Pothole,Highway Maintenance,Request for Pothole Repair,PWDx, ,42.3594,-71.0587\n";

    private readonly HarbourApp app = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_row_becomes_a_request_with_its_own_times_and_a_whole_history()
    {
        var summary = (await Import(Head + Closed + Open)).Value;

        Assert.Equal((2, 2, 0, 0), (summary.Rows, summary.Loaded, summary.Already, summary.Problems.Count));
        var requests = await Requests();
        var (closed, open) = (requests[0], requests[1]);
        Assert.Equal((RequestState.Closed, Channel.Import, false), (closed.State, closed.Channel, closed.Synthetic));
        // Summer time in one, winter time in the other.
        Assert.Equal(new DateTimeOffset(2011, 7, 1, 5, 32, 33, TimeSpan.Zero), closed.RegisteredAt);
        Assert.Equal(new DateTimeOffset(2011, 7, 2, 9, 6, 58, TimeSpan.Zero), closed.EndedAt);
        Assert.Equal(new DateTimeOffset(2011, 12, 1, 15, 0, 0, TimeSpan.Zero), open.RegisteredAt);
        Assert.Equal(("010205", "D-works", null), (closed.Category, closed.Unit, closed.Solved));
        Assert.StartsWith("8417", closed.Area);
        Assert.False(closed.AreaConfirmed);
        Assert.Equal((RequestState.Dispatched, "D-works"), (open.State, open.Unit));
        var steps = await app.Use<RequestsDb, List<RequestTransition>>(db =>
            db.Transitions.AsNoTracking().Where(t => t.RequestId == closed.Id).OrderBy(t => t.Seq).ToListAsync(Ct)
        );
        Assert.Equal([RequestAction.Register, RequestAction.ImportDispatch, RequestAction.ImportEnd], steps.Select(t => t.Action));
        Assert.Contains("source=boston-311/101", steps[0].Facts);
        var journal = await app.Use<VerifyJournal, Outcome<JournalReport>>(v => v.Run(new VerifyJournal.Command(), Actor.System, Ct));
        Assert.True(journal.Value.Whole);
    }

    [Fact]
    public async Task Twice_is_once_and_a_longer_table_brings_only_what_is_new()
    {
        await Import(Head + Closed);
        var again = (await Import(Head + Closed + Open)).Value;

        Assert.Equal((1, 1), (again.Loaded, again.Already));
        Assert.Equal(2, (await Requests()).Count);
    }

    [Fact]
    public async Task Every_bad_row_is_told_with_its_column_and_the_good_ones_are_loaded_or_none()
    {
        var table =
            Head
            + Closed
            + Closed
            + ",2011-07-01 01:32:33,,,Open,,Title,Trees,Tree Emergencies,PARK,,42.3,-71.1\n"
            + "3,yesterday,,,Open,,Title,Trees,Tree Emergencies,PARK,,42.3,-71.1\n"
            + "4,2011-07-01 01:32:33,,2011-06-01 00:00:00,Closed,,Title,Trees,Tree Emergencies,PARK,,42.3,-71.1\n"
            + "5,2011-07-01 01:32:33,,,Closed,,Title,Trees,Tree Emergencies,PARK,,42.3,-71.1\n"
            + "6,2011-07-01 01:32:33,,,Open,,Title,Trees,Flying saucers,PARK,,42.3,-71.1\n"
            + "7,2011-07-01 01:32:33,,,Open,,Title,Trees,Tree Emergencies,PARK,,142.3,-71.1\n"
            + "8,2011-07-01 01:32:33,,,Open,,Title,Trees,Tree Emergencies,PARK,,48.85,2.35\n"
            + "9,2011-07-01 01:32:33,,,Open,,Title,Trees\n"
            + $"10,2011-07-01 01:32:33,,,Open,,Title,Trees,Tree Emergencies,PARK,{new string('x', 10_000_000)},42.3,-71.1\n"
            + $"11,2011-07-01 01:32:33,,,Open,,Title,{new string('x', 30_000)},Tree Emergencies,PARK,,42.3,-71.1\n";
        (int, string)[] expected =
        [
            (3, "case_enquiry_id"),
            (4, "case_enquiry_id"),
            (5, "open_dt"),
            (6, "closed_dt"),
            (7, "closed_dt"),
            (8, "type"),
            (9, "latitude"),
            (10, "longitude"),
            (11, "-"),
            (12, "-"),
            (13, "text"),
        ];

        var none = (await Import(table, allOrNothing: true)).Value;
        Assert.Empty(await Requests());
        var good = (await Import(table)).Value;

        Assert.Equal(expected, none.Problems.Select(p => (p.Row, p.Field)));
        Assert.Equal(expected, good.Problems.Select(p => (p.Row, p.Field)));
        Assert.All(good.Problems, p => Assert.True(p.Problem.Length > 0 && p.Expected.Length > 0));
        Assert.Equal((12, 1), (good.Rows, good.Loaded));
    }

    [Fact]
    public async Task A_workbook_is_read_with_its_dates_and_numbers_and_a_formula_is_refused()
    {
        var heads = Head.Trim().Split(',').Select(XlsxFile.Text).ToArray();
        string[] Row(string id) =>
            [
                id,
                XlsxFile.Date(new DateTime(2011, 7, 1, 1, 32, 33)),
                "",
                "",
                XlsxFile.Text("Open"),
                XlsxFile.Text(""),
                XlsxFile.Text("Tree down"),
                XlsxFile.Text("Trees"),
                XlsxFile.Text("Tree Emergencies"),
                XlsxFile.Text("PARK"),
                XlsxFile.Text("1 Elm & Oak St"),
                XlsxFile.Number("42.3"),
                XlsxFile.Number("-71.1"),
            ];
        var summary = (
            await Import(XlsxFile.Of(heads, Row(XlsxFile.Number("1.01000295613E11")), Row(XlsxFile.Formula("1+1", "2"))), "table.xlsx")
        ).Value;

        Assert.Equal((2, 1), (summary.Rows, summary.Loaded));
        Assert.Equal((3, "A3"), summary.Problems.Select(p => (p.Row, p.Field)).Single());
        var request = (await Requests()).Single();
        Assert.Equal(new DateTimeOffset(2011, 7, 1, 5, 32, 33, TimeSpan.Zero), request.RegisteredAt);
        Assert.Equal(("Tree down", "1 Elm & Oak St"), (request.Title, request.Place));
        // The same number in a text file is the same request.
        var same = Head + "101000295613,2011-07-01 01:32:33,,,Open,,Tree down,Trees,Tree Emergencies,PARK,,42.3,-71.1\n";
        Assert.Equal(1, (await Import(same)).Value.Already);
    }

    [Fact]
    public async Task A_hostile_file_is_refused_with_a_sentence()
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        var entity = $"<!DOCTYPE x [<!ENTITY a \"aaaa\">]><worksheet xmlns=\"{Main}\"><sheetData/></worksheet>";
        byte[][] files =
        [
            [],
            Encoding.UTF8.GetBytes("\n\n"),
            Encoding.UTF8.GetBytes(Closed),
            Encoding.UTF8.GetBytes("case_enquiry_id,case_enquiry_id\n1,2\n"),
            [0xD0, 0xCF, 0x11, 0xE0, 0, 0],
            [0x81, 0xFF, 0xFF, 0x30],
            Encoding.UTF8.GetBytes("a\0b,c\n"),
            [(byte)'P', (byte)'K', 3, 4, 1, 2, 3],
            XlsxFile.Zip(("xl/worksheets/sheet1.xml", entity)),
            XlsxFile.Zip(("readme.txt", "no sheet")),
            XlsxFile.Bomb(),
        ];
        foreach (var (file, number) in files.Select((f, i) => (f, i)))
        {
            var refusal = (await Import(file, "table")).Refusal;
            Assert.True(refusal?.Kind == RefusalKind.Invalid && refusal.Text.ToString().Length > 5, $"File {number}: {refusal}");
        }
        Assert.Empty(await Requests());
    }

    [Fact]
    public async Task A_map_that_does_not_fit_is_told_member_by_member()
    {
        var map = Path.Combine(app.Var, "map.json");
        await File.WriteAllTextAsync(
            map,
            """
            { "source": "x", "id": "number", "registered": "open_dt", "text": ["case_title"],
              "category": { "column": "type", "values": { "Tree Emergencies": "999999" } }, "timeZone": "Mars/Olympus" }
            """,
            Ct
        );
        var refusal = (await Import(Encoding.UTF8.GetBytes(Head + Closed), "table.csv", map)).Refusal!;
        Assert.Equal(["timeZone", "id", "category.Tree Emergencies"], refusal.Fields.Select(f => f.Field));

        await File.WriteAllTextAsync(map, """{ "source": "x", "colour": "red" }""", Ct);
        Assert.Equal(["map"], (await Import([], "table.csv", map)).Refusal!.Fields.Select(f => f.Field));
    }

    [Fact]
    public async Task Only_the_program_and_its_administrator_import()
    {
        var command = new ImportRequests.Command { Path = "none", Map = "none" };
        var by = await app.Use<Contracts.People.IStaffDirectory, Contracts.People.StaffMember?>(s => s.FindByLogin("dispatcher", Ct));
        var dispatcher = new Actor
        {
            Id = by!.Id,
            Name = by.Name,
            Roles = by.Roles,
        };
        Assert.IsType<NotAllowed>(
            (await app.Use<ImportRequests, Outcome<ImportRequests.Summary>>(i => i.Run(command, dispatcher, Ct))).Refusal
        );
    }

    [Fact]
    public async Task The_list_of_problems_is_a_table_in_which_nothing_is_a_formula()
    {
        var path = Path.Combine(app.Var, "problems.csv");
        await ProblemsFile.Write(path, [new RowProblem(2, "=1+1", "甲,乙", "-")], Ct);
        var lines = await File.ReadAllLinesAsync(path, Ct);
        Assert.Equal("row,field,problem,expected", lines[0]);
        Assert.DoesNotContain(",=1+1", lines[1], StringComparison.Ordinal);
    }

    private Task<Outcome<ImportRequests.Summary>> Import(string text, bool allOrNothing = false) =>
        Import(Encoding.UTF8.GetBytes(text), "table.csv", null, allOrNothing);

    private async Task<Outcome<ImportRequests.Summary>> Import(byte[] bytes, string name, string? map = null, bool allOrNothing = false)
    {
        var path = Path.Combine(app.Var, name);
        await File.WriteAllBytesAsync(path, bytes, Ct);
        var command = new ImportRequests.Command
        {
            Path = path,
            Map = map ?? Path.Combine(HarbourApp.Folder, "maps", "boston-311.json"),
            AllOrNothing = allOrNothing,
        };
        return await app.Use<ImportRequests, Outcome<ImportRequests.Summary>>(i => i.Run(command, Actor.System, Ct));
    }

    private Task<List<ServiceRequest>> Requests() =>
        app.Use<RequestsDb, List<ServiceRequest>>(db => db.Requests.AsNoTracking().OrderBy(r => r.Serial).ToListAsync(Ct));
}
