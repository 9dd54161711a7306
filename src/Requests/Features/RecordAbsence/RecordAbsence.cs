using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.People;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>登记代班: for oneself, or for a colleague of the unit who cannot do it any more.</summary>
public sealed class RecordAbsence(RequestsDb db, IStaffDirectory staff, TimeProvider time)
{
    public sealed record Command
    {
        public required Guid Person { get; init; }

        public required Guid Substitute { get; init; }

        public required AbsenceTime Time { get; init; }
    }

    public async Task<Outcome<Absence>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.UnitHandler) || by.UnitCode is not { } unit)
            return new NotAllowed();
        var handlers = (await staff.OfUnit(unit, ct)).Where(s => s.Roles.Contains(Role.UnitHandler)).ToList();
        if (handlers.Find(s => s.Id == command.Person) is not { } person)
            return Refusal.Invalid(new FieldProblem("person", "请选择本单位的承办人员。"));
        if (handlers.Find(s => s.Id == command.Substitute) is not { } substitute)
            return Refusal.Invalid(new FieldProblem("substitute", "请选择本单位的承办人员。"));

        if (!Absence.Note(person, substitute, command.Time, by, time.GetUtcNow()).Ok(out var absence, out var refusal))
            return refusal;
        var (from, until) = (absence.From, absence.Until);
        var meets = await db
            .Absences.Where(a => a.Unit == unit && a.Until > from && a.From < until)
            // Whoever is away covers for nobody, and whoever covers for somebody is not away.
            .Where(a => a.PersonId == person.Id || a.PersonId == substitute.Id || a.SubstituteId == person.Id)
            .FirstOrDefaultAsync(ct);
        if (meets is not null)
            return meets.SubstituteId == person.Id ? new CoversAnother(person.Name, meets.PersonName) : new AbsencesMeet(meets.PersonName);
        db.Absences.Add(absence);
        await db.SaveChangesAsync(ct);
        return absence;
    }
}
