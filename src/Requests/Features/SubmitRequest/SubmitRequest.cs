using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.People;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Contracts.Understanding;
using Suiying.Engines.Text;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>
/// 登记诉求, by a resident on the page or by an agent on the phone. The identity is sealed first, in a transaction of its own, under an id
/// minted here; then the request is stored with that id alone.
/// </summary>
public sealed class SubmitRequest(
    RequestsDb db,
    IMatterReader reader,
    IRequestSearch search,
    ISealedIdentities identities,
    RequestDoor door
)
{
    public sealed record Command
    {
        /// <summary>The same for every retry, so that an impatient second press makes no second request.</summary>
        public required RequestId Id { get; init; }

        public required Intake Intake { get; init; }

        /// <summary>Who speaks; null or without a phone is anonymous.</summary>
        public Identity? Person { get; init; }

        /// <summary>The sealed caller whom the phone panel knows; a phone in <see cref="Person"/> goes before.</summary>
        public PersonId? Caller { get; init; }

        /// <summary>Photos already in the file store.</summary>
        public IReadOnlyList<KeptPhoto> Photos { get; init; } = [];

        /// <summary>Code minted by the caller, so that a retry can show the same one; null lets one be minted here.</summary>
        public string? QueryCode { get; init; }
    }

    /// <summary>What the person is given. The query code is shown this once.</summary>
    public sealed record Registered(RequestId Id, string Number, string? QueryCode, int Version)
    {
        /// <summary>When it was registered, and by when there will be an answer.</summary>
        public required DateTimeOffset At { get; init; }

        public required DateTimeOffset Expected { get; init; }

        public static Registered Of(ServiceRequest request, string? code, int version, CitySnapshot city) =>
            new(request.Id, request.Number, code, version)
            {
                At = request.RegisteredAt,
                Expected = RequestClocks.Expected(request, city).DueAt,
            };
    }

    public async Task<Outcome<Registered>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.Resident, Role.Agent, Role.System))
            return new NotAllowed();
        if (KeepFiles.TooMany(command.Photos) is { } tooMany)
            return tooMany;
        if (PhoneProblem(command) is { } problem)
            return problem;

        var stored = await db.Requests.AsNoTracking().FirstOrDefaultAsync(r => r.Id == command.Id, ct);
        if (stored is not null)
            return Again(stored, command, door.City);

        var city = door.City;
        var now = door.Now();
        var code = command.QueryCode ?? QueryCode.Make();
        var draft = new Ticket(0, "", "", null);
        // Everything is checked before anything is sealed, so that a refused form leaves nothing behind.
        if (!ServiceRequest.Register(command.Id, command.Intake, draft, city, by, now).Ok(out _, out var refusal))
            return refusal;

        var person = await Seal(command, by, now, ct);
        var serial = await search.NextSerial(ct);
        var number = TicketNumber.Make(RegionOf(command.Intake, city), city.Calendar.DateOf(now), command.Intake.Channel, serial);
        var ticket = new Ticket(serial, number, QueryCode.Hash(number, code), command.Id.Value);
        var textOnly = command.Intake.TextOnly || await db.TextOnly.AnyAsync(t => t.PersonId == person, ct);
        var intake = command.Intake with { PersonId = person, TextOnly = textOnly, Danger = DangerIn(command.Intake, by) };
        var request = ServiceRequest.Register(command.Id, intake, ticket, city, by, now).Value;

        db.Requests.Add(request);
        db.Attachments.AddRange(command.Photos.Select(p => p.AttachTo(request.Id, RequestAction.Register, now)));
        if (!(await door.Save(new Opened(request, city, RequestAction.Register, by, now, null), ct)).Ok(out var receipt, out var failed))
        {
            // Two presses at once: the one that came second finds what the first stored.
            var first = await db.Requests.AsNoTracking().FirstOrDefaultAsync(r => r.Id == command.Id, ct);
            return first is null ? failed : Again(first, command, city);
        }
        return Registered.Of(request, code, receipt.Version, city);
    }

    private static Registered Again(ServiceRequest stored, Command command, CitySnapshot city) =>
        Registered.Of(stored, command.QueryCode, stored.Version, city);

    private async Task<Guid> Seal(Command command, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        if (command.Person is { Phone.Length: > 0 } person)
        {
            var phone = Phones.NormalizeIn(door.City.City.PhoneCountry, person.Phone)!;
            return (await identities.Seal(new PersonId(Guid.CreateVersion7(now)), person with { Phone = phone }, ct)).Value;
        }
        if (command.Caller is { } caller)
            return (await identities.Seal(caller, command.Person ?? new Identity(), ct)).Value;
        // Who wrote a letter may be reached by post alone.
        if (command.Person is { Address.Length: > 0 } writer && by.Is(Role.Agent))
            return (await identities.Seal(new PersonId(Guid.CreateVersion7(now)), writer, ct)).Value;
        // An anonymous person gets an id too, so that whoever holds the query code can add facts, withdraw and rate.
        return by.Is(Role.Resident) && by.Id != Guid.Empty ? by.Id : Guid.CreateVersion7(now);
    }

    private Refusal? PhoneProblem(Command command) =>
        command.Person is { Phone.Length: > 0 } person && Phones.NormalizeIn(door.City.City.PhoneCountry, person.Phone) is null
            ? Refusal.Invalid(new FieldProblem("phone", "请填写能接通的手机号或带区号的固定电话，例如13800000000。"))
            : null;

    /// <summary>What no member of staff has read yet stands first where danger is likely and named; who reads it decides.</summary>
    private string? DangerIn(Intake intake, Actor by) =>
        !by.Is(Role.Agent) && intake.Grade is null && reader.Danger(intake.Text) is { Grade: 1, Likely: true } danger ? danger.Kind : null;

    private static string RegionOf(Intake intake, CitySnapshot city) => city.Areas.CountyOf(intake.Where.Area)?.Code ?? city.City.Code;
}
