using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Suiying.Schema.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "channels_api_keys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RevokedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_channels_api_keys", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "channels_open311_requests",
                columns: table => new
                {
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    KeyId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_channels_open311_requests", x => x.RequestId);
                }
            );

            migrationBuilder.CreateTable(
                name: "channels_open311_updates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    KeyId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_channels_open311_updates", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "people_account_changes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Login = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Detail = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    ActorId = table.Column<Guid>(type: "uuid", nullable: false),
                    ActorName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_account_changes", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "people_openings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Matter = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ActorId = table.Column<Guid>(type: "uuid", nullable: false),
                    ActorName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    ActorRoles = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ActorUnit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    PreviousHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_openings", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "people_persons",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    KeyId = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Sealed = table.Column<byte[]>(type: "bytea", nullable: false),
                    PhoneIndex = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    IndexKeyId = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ErasedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_persons", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "people_phone_codes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PhoneIndex = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    IndexKeyId = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CodeHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    AddressIndex = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    SentAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Tries = table.Column<int>(type: "integer", nullable: false),
                    UsedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_phone_codes", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "people_staff",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DisplayName = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    UnitCode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    AreaCode = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    RoleList = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Active = table.Column<bool>(type: "boolean", nullable: false),
                    Demo = table.Column<bool>(type: "boolean", nullable: false),
                    MustChangePassword = table.Column<bool>(type: "boolean", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    UserName = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    PasswordHash = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    SecurityStamp = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    TwoFactorEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_staff", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "registry_entries",
                columns: table => new
                {
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    from_version = table.Column<int>(type: "integer", nullable: false),
                    to_version = table.Column<int>(type: "integer", nullable: true),
                    payload = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_registry_entries",
                        x => new
                        {
                            x.kind,
                            x.code,
                            x.from_version,
                        }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "registry_versions",
                columns: table => new
                {
                    version = table.Column<int>(type: "integer", nullable: false),
                    loaded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    loaded_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    pack_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    summary = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registry_versions", x => x.version);
                }
            );

            migrationBuilder.CreateTable(
                name: "requests_anchors",
                columns: table => new
                {
                    Id = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    FirstPosition = table.Column<long>(type: "bigint", nullable: false),
                    LastPosition = table.Column<long>(type: "bigint", nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false),
                    PreviousHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests_anchors", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "requests_attachments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    File = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ContentType = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Bytes = table.Column<long>(type: "bigint", nullable: false),
                    AddedBy = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests_attachments", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "requests_drafts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests_drafts", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "requests_notes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    Salt = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests_notes", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "requests_requests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Serial = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    HeadHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Category = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    Title = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Area = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    County = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    AreaConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    Longitude = table.Column<double>(type: "double precision", nullable: true),
                    Latitude = table.Column<double>(type: "double precision", nullable: true),
                    Place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    WantsReply = table.Column<bool>(type: "boolean", nullable: false),
                    QueryCodeHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Confidentiality = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AccusedUnit = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    AccusedExamined = table.Column<bool>(type: "boolean", nullable: false),
                    Grade = table.Column<int>(type: "integer", nullable: false),
                    Unit = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    HandlerId = table.Column<Guid>(type: "uuid", nullable: true),
                    HandlerName = table.Column<string>(type: "text", nullable: true),
                    RegisteredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    DispatchedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    FirstContactAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    RepliedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DueAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ReplyDueAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ReturnedBy = table.Column<string>(type: "text", nullable: false),
                    ProposedUnit = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    SentBack = table.Column<int>(type: "integer", nullable: false),
                    MissedCallbacks = table.Column<int>(type: "integer", nullable: false),
                    NextCallbackAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Rings = table.Column<int>(type: "integer", nullable: false),
                    NextRingAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Contacted = table.Column<bool>(type: "boolean", nullable: true),
                    Solved = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Satisfied = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    PublicText = table.Column<string>(type: "text", nullable: true),
                    Synthetic = table.Column<bool>(type: "boolean", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests_requests", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "requests_transitions",
                columns: table => new
                {
                    Position = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Seq = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Action = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    From = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    To = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ActorId = table.Column<Guid>(type: "uuid", nullable: false),
                    ActorName = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Capacity = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ActorUnit = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Reason = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Facts = table.Column<string>(type: "text", nullable: false),
                    NoteId = table.Column<Guid>(type: "uuid", nullable: true),
                    NoteHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    RegistryVersion = table.Column<int>(type: "integer", nullable: false),
                    CommandKey = table.Column<Guid>(type: "uuid", nullable: true),
                    PreviousHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests_transitions", x => x.Position);
                }
            );

            migrationBuilder.CreateTable(
                name: "people_staff_claims",
                columns: table => new
                {
                    Id = table
                        .Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    ClaimType = table.Column<string>(type: "text", nullable: true),
                    ClaimValue = table.Column<string>(type: "text", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_staff_claims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_people_staff_claims_people_staff_UserId",
                        column: x => x.UserId,
                        principalTable: "people_staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "people_staff_logins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    ProviderKey = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "text", nullable: true),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_staff_logins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_people_staff_logins_people_staff_UserId",
                        column: x => x.UserId,
                        principalTable: "people_staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "people_staff_tokens",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    LoginProvider = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    Name = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    Value = table.Column<string>(type: "text", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_people_staff_tokens",
                        x => new
                        {
                            x.UserId,
                            x.LoginProvider,
                            x.Name,
                        }
                    );
                    table.ForeignKey(
                        name: "FK_people_staff_tokens_people_staff_UserId",
                        column: x => x.UserId,
                        principalTable: "people_staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "requests_deadlines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Unit = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    StartsAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    DueAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Provisional = table.Column<bool>(type: "boolean", nullable: false),
                    Basis = table.Column<string>(type: "text", nullable: false),
                    Verified = table.Column<bool>(type: "boolean", nullable: false),
                    Considered = table.Column<string>(type: "text", nullable: false),
                    MetAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    VoidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests_deadlines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_requests_deadlines_requests_requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "requests_requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(name: "IX_channels_api_keys_Hash", table: "channels_api_keys", column: "Hash", unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_channels_open311_updates_KeyId_At",
                table: "channels_open311_updates",
                columns: new[] { "KeyId", "At" }
            );

            migrationBuilder.CreateIndex(name: "IX_people_account_changes_AccountId", table: "people_account_changes", column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_people_openings_ActorName_Id",
                table: "people_openings",
                columns: new[] { "ActorName", "Id" }
            );

            migrationBuilder.CreateIndex(name: "IX_people_openings_Matter_Id", table: "people_openings", columns: new[] { "Matter", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_people_openings_PersonId_Id",
                table: "people_openings",
                columns: new[] { "PersonId", "Id" }
            );

            migrationBuilder.CreateIndex(name: "IX_people_persons_PhoneIndex", table: "people_persons", column: "PhoneIndex", unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_people_phone_codes_AddressIndex_SentAt",
                table: "people_phone_codes",
                columns: new[] { "AddressIndex", "SentAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_people_phone_codes_PhoneIndex_SentAt",
                table: "people_phone_codes",
                columns: new[] { "PhoneIndex", "SentAt" }
            );

            migrationBuilder.CreateIndex(name: "IX_people_phone_codes_SentAt", table: "people_phone_codes", column: "SentAt");

            migrationBuilder.CreateIndex(
                name: "IX_people_staff_NormalizedUserName",
                table: "people_staff",
                column: "NormalizedUserName",
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_people_staff_UnitCode", table: "people_staff", column: "UnitCode");

            migrationBuilder.CreateIndex(name: "IX_people_staff_claims_UserId", table: "people_staff_claims", column: "UserId");

            migrationBuilder.CreateIndex(name: "IX_people_staff_logins_UserId", table: "people_staff_logins", column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_requests_anchors_FirstPosition",
                table: "requests_anchors",
                column: "FirstPosition",
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_requests_attachments_RequestId", table: "requests_attachments", column: "RequestId");

            migrationBuilder.CreateIndex(name: "IX_requests_deadlines_RequestId", table: "requests_deadlines", column: "RequestId");

            migrationBuilder.CreateIndex(name: "IX_requests_drafts_ChangedAt", table: "requests_drafts", column: "ChangedAt");

            migrationBuilder.CreateIndex(name: "IX_requests_notes_RequestId", table: "requests_notes", column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_requests_requests_Area_Serial",
                table: "requests_requests",
                columns: new[] { "Area", "Serial" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_requests_requests_Category_Serial",
                table: "requests_requests",
                columns: new[] { "Category", "Serial" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_requests_requests_County_Serial",
                table: "requests_requests",
                columns: new[] { "County", "Serial" }
            );

            migrationBuilder.CreateIndex(name: "IX_requests_requests_DueAt", table: "requests_requests", column: "DueAt");

            migrationBuilder.CreateIndex(name: "IX_requests_requests_EndedAt", table: "requests_requests", column: "EndedAt");

            migrationBuilder.CreateIndex(name: "IX_requests_requests_NextRingAt", table: "requests_requests", column: "NextRingAt");

            migrationBuilder.CreateIndex(name: "IX_requests_requests_Number", table: "requests_requests", column: "Number", unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_requests_requests_PersonId_Serial",
                table: "requests_requests",
                columns: new[] { "PersonId", "Serial" }
            );

            migrationBuilder.CreateIndex(name: "IX_requests_requests_RegisteredAt", table: "requests_requests", column: "RegisteredAt");

            migrationBuilder.CreateIndex(name: "IX_requests_requests_Serial", table: "requests_requests", column: "Serial", unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_requests_requests_State_Serial",
                table: "requests_requests",
                columns: new[] { "State", "Serial" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_requests_requests_Unit_DueAt_Serial",
                table: "requests_requests",
                columns: new[] { "Unit", "DueAt", "Serial" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_requests_requests_Unit_Serial",
                table: "requests_requests",
                columns: new[] { "Unit", "Serial" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_requests_requests_Unit_State_DueAt",
                table: "requests_requests",
                columns: new[] { "Unit", "State", "DueAt" }
            );

            migrationBuilder.CreateIndex(name: "IX_requests_transitions_At", table: "requests_transitions", column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_requests_transitions_RequestId_CommandKey",
                table: "requests_transitions",
                columns: new[] { "RequestId", "CommandKey" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_requests_transitions_RequestId_Seq",
                table: "requests_transitions",
                columns: new[] { "RequestId", "Seq" },
                unique: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "channels_api_keys");

            migrationBuilder.DropTable(name: "channels_open311_requests");

            migrationBuilder.DropTable(name: "channels_open311_updates");

            migrationBuilder.DropTable(name: "people_account_changes");

            migrationBuilder.DropTable(name: "people_openings");

            migrationBuilder.DropTable(name: "people_persons");

            migrationBuilder.DropTable(name: "people_phone_codes");

            migrationBuilder.DropTable(name: "people_staff_claims");

            migrationBuilder.DropTable(name: "people_staff_logins");

            migrationBuilder.DropTable(name: "people_staff_tokens");

            migrationBuilder.DropTable(name: "registry_entries");

            migrationBuilder.DropTable(name: "registry_versions");

            migrationBuilder.DropTable(name: "requests_anchors");

            migrationBuilder.DropTable(name: "requests_attachments");

            migrationBuilder.DropTable(name: "requests_deadlines");

            migrationBuilder.DropTable(name: "requests_drafts");

            migrationBuilder.DropTable(name: "requests_notes");

            migrationBuilder.DropTable(name: "requests_transitions");

            migrationBuilder.DropTable(name: "people_staff");

            migrationBuilder.DropTable(name: "requests_requests");
        }
    }
}
