using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Engines.Tables;
using Suiying.People.Model;
using Suiying.People.Storage;

namespace Suiying.People.Features;

/// <summary>
/// 导入账号: a table of staff is checked and kept for a decision; no account is opened yet. Roles in the table are only asked for: who opens
/// accounts gives no rights.
/// </summary>
public sealed class ImportStaff(PeopleDb db, ICityRegistry registry, TimeProvider time)
{
    public const long LargestFile = 5L << 20;
    private const int Shown = 50;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public sealed record Command
    {
        /// <summary>Name of the file, as who handed it in called it.</summary>
        public required string FileName { get; init; }

        /// <summary>CSV or .xlsx.</summary>
        public required byte[] Content { get; init; }
    }

    public async Task<Outcome<StaffImport>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.SystemAdmin, Role.System))
            return new NotAllowed();
        if (command.Content.LongLength > LargestFile)
            return Refusal.Invalid(new FieldProblem("file", $"文件超过 {LargestFile >> 20} MB。请分成几个文件。"));
        if (!TableFile.TryRead(command.Content, CsvText.Read, out var table, out var problem))
            return Refusal.Invalid(new FieldProblem("file", Translations.Of(problem.Template, problem.Values)));

        var known = await db.Staff.AsNoTracking().ToDictionaryAsync(s => s.NormalizedUserName!, ct);
        var file = new StaffFile(table, registry.Current, known);
        var wrong = file.HeaderProblems().ToList();
        if (wrong.Count > 0)
            return Refusal.Invalid(wrong);
        var read = file.Read();
        if (read.Rows is 0 or > StaffImport.MostRows)
            return Refusal.Invalid(
                new FieldProblem("file", $"文件有 {read.Rows} 行账号。一次导入 1 至 {StaffImport.MostRows} 行，请分成几个文件。")
            );

        var now = time.GetUtcNow();
        var name = string.Concat(Path.GetFileName(command.FileName.Replace('\\', '/')).Where(c => !char.IsControl(c)));
        var import = StaffImport.Check(name[..Math.Min(name.Length, StaffImport.LongestFileName)], read, by, now);
        var old = now - Kept;
        await db.Write(
            async () =>
            {
                // What nobody decided on holds names for nothing.
                await db.StaffImports.Where(i => i.State == StaffImportState.Waiting && i.At < old).ExecuteDeleteAsync(ct);
                db.StaffImports.Add(import);
                return await db.SaveChangesAsync(ct);
            },
            ct
        );
        return import;
    }

    /// <summary>The newest imports, for who opens accounts and who watches.</summary>
    public async Task<Outcome<IReadOnlyList<StaffImport>>> List(Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.SystemAdmin, Role.AuditAdmin))
            return new NotAllowed();
        return await db.StaffImports.AsNoTracking().OrderByDescending(i => i.Id).Take(Shown).ToListAsync(ct);
    }

    public async Task<Outcome<StaffImport>> One(Guid id, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.SystemAdmin, Role.AuditAdmin, Role.System))
            return new NotAllowed();
        return await db.StaffImports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct) is { } import ? import : new NotFound();
    }
}
