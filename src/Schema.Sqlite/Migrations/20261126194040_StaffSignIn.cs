using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suiying.Schema.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class StaffSignIn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "people_second_factors",
                columns: table => new
                {
                    StaffId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SealedSecret = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    SealedCodes = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    ConfirmedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastStep = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_second_factors", x => x.StaffId);
                    table.ForeignKey(
                        name: "FK_people_second_factors_people_staff_StaffId",
                        column: x => x.StaffId,
                        principalTable: "people_staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "people_sign_in_tries",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Failures = table.Column<int>(type: "INTEGER", nullable: false),
                    Locks = table.Column<int>(type: "INTEGER", nullable: false),
                    LockedUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    LastAt = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_sign_in_tries", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "people_staff_passkeys",
                columns: table => new
                {
                    CredentialId = table.Column<byte[]>(type: "BLOB", maxLength: 1024, nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Data = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_staff_passkeys", x => x.CredentialId);
                    table.ForeignKey(
                        name: "FK_people_staff_passkeys_people_staff_UserId",
                        column: x => x.UserId,
                        principalTable: "people_staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "people_staff_sessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StaffId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Way = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Browser = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Network = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SeenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_staff_sessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_people_staff_sessions_people_staff_StaffId",
                        column: x => x.StaffId,
                        principalTable: "people_staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(name: "IX_people_sign_in_tries_LastAt", table: "people_sign_in_tries", column: "LastAt");

            migrationBuilder.CreateIndex(name: "IX_people_staff_passkeys_UserId", table: "people_staff_passkeys", column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_people_staff_sessions_StaffId_SeenAt",
                table: "people_staff_sessions",
                columns: new[] { "StaffId", "SeenAt" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "people_second_factors");

            migrationBuilder.DropTable(name: "people_sign_in_tries");

            migrationBuilder.DropTable(name: "people_staff_passkeys");

            migrationBuilder.DropTable(name: "people_staff_sessions");
        }
    }
}
