using System.Text.Json;
using Suiying.Engines.Tables;

namespace Suiying.People.Model;

/// <summary>
/// 账号导入: a table of staff that was handed in, checked and not yet decided on, or what became of it. It holds no password: those are made
/// when they are handed out.
/// </summary>
public sealed class StaffImport
{
    public const int MostRows = 10_000;
    public const int LongestFileName = 100;

    private StaffImport() { }

    public Guid Id { get; private set; }

    public string FileName { get; private set; } = "";

    /// <summary>Rows that the table holds.</summary>
    public int Rows { get; private set; }

    /// <summary>Rows that would open an account.</summary>
    public int Good { get; private set; }

    /// <summary>Rows whose account was there already, as the row has it.</summary>
    public int Already { get; private set; }

    /// <summary>Rows that are wrong.</summary>
    public int Bad { get; private set; }

    /// <summary>The good rows as JSON, until it is decided.</summary>
    public string LinesJson { get; private set; } = "[]";

    /// <summary>What is wrong with the others, as JSON.</summary>
    public string ProblemsJson { get; private set; } = "[]";

    public Guid ActorId { get; private set; }

    public string ActorName { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public StaffImportState State { get; private set; }

    public string DecidedBy { get; private set; } = "";

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Accounts that it opened.</summary>
    public int Opened { get; private set; }

    /// <summary>Who took the first passwords last; empty where nobody has.</summary>
    public string PasswordsBy { get; private set; } = "";

    public DateTimeOffset? PasswordsAt { get; private set; }

    public IReadOnlyList<StaffLine> Lines => JsonSerializer.Deserialize<List<StaffLine>>(LinesJson) ?? [];

    public IReadOnlyList<RowProblem> Problems => JsonSerializer.Deserialize<List<RowProblem>>(ProblemsJson) ?? [];

    public static StaffImport Check(string fileName, StaffTable table, Actor by, DateTimeOffset at) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            FileName = fileName,
            Rows = table.Rows,
            Good = table.Lines.Count,
            Already = table.Already,
            Bad = table.Problems.Select(p => p.Row).Distinct().Count(),
            LinesJson = JsonSerializer.Serialize(table.Lines),
            ProblemsJson = JsonSerializer.Serialize(table.Problems),
            ActorId = by.Id,
            ActorName = by.Name,
            At = at,
        };

    public void Load(int opened, Actor by, DateTimeOffset at)
    {
        Decide(StaffImportState.Loaded, by, at);
        Opened = opened;
    }

    public void GiveUp(Actor by, DateTimeOffset at) => Decide(StaffImportState.GivenUp, by, at);

    public void TookPasswords(Actor by, DateTimeOffset at) => (PasswordsBy, PasswordsAt) = (by.Name, at);

    private void Decide(StaffImportState state, Actor by, DateTimeOffset at) =>
        (State, DecidedBy, DecidedAt, LinesJson) = (state, by.Name, at, "[]");
}

public enum StaffImportState
{
    Waiting,
    Loaded,
    GivenUp,
}

/// <summary>One account as the table has it, checked.</summary>
/// <param name="Row">As a spreadsheet counts.</param>
/// <param name="Profile">Who it is for.</param>
/// <param name="Asked">Roles that are asked for, as role words; the security administrator grants them.</param>
public sealed record StaffLine(int Row, StaffProfile Profile, string Asked);

/// <summary>What a table of staff held.</summary>
public sealed record StaffTable(int Rows, IReadOnlyList<StaffLine> Lines, int Already, IReadOnlyList<RowProblem> Problems);
