<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
 <context>
  <name>AboutDialog</name>
  <message>
   <source>About FeTS Desktop</source>
   <translation>Über FeTS Desktop</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Parts</source>
   <translation>Teile</translation>
  </message>
  <message>
   <source>Words of the licence</source>
   <translation>Wortlaut der Lizenz</translation>
  </message>
 </context>
 <context>
  <name>AsideSeries</name>
  <message>
   <source>DICOM tags of {title}</source>
   <translation>DICOM-Tags von {title}</translation>
  </message>
  <message>
   <source>Picture of {title}</source>
   <translation>Bild von {title}</translation>
  </message>
  <message>
   <source>Series without a description</source>
   <translation>Serie ohne Beschreibung</translation>
  </message>
  <message>
   <source>Use it as</source>
   <translation>Verwenden als</translation>
  </message>
  <message>
   <source>Use {title} as</source>
   <translation>{title} verwenden als</translation>
  </message>
 </context>
 <context>
  <name>AskReader</name>
  <message>
   <source>Begin the reading</source>
   <translation>Befundung beginnen</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Name of the second reader</source>
   <translation>Name des zweiten Befunders</translation>
  </message>
  <message>
   <source>Second reading</source>
   <translation>Zweitbefundung</translation>
  </message>
  <message>
   <source>They see the images and what they start from. What others drew is hidden until they finish.</source>
   <translation>Zu sehen sind die Bilder und der Ausgangspunkt. Was andere gezeichnet haben, bleibt bis zum Abschluss verborgen.</translation>
  </message>
  <message>
   <source>They start from</source>
   <translation>Ausgangspunkt</translation>
  </message>
  <message>
   <source>an empty outline</source>
   <translation>ein leerer Umriss</translation>
  </message>
  <message>
   <source>version {n}, proposed by a model</source>
   <translation>Version {n}, von einem Modell vorgeschlagen</translation>
  </message>
 </context>
 <context>
  <name>AskScheme</name>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Take the labels</source>
   <translation>Labels übernehmen</translation>
  </message>
  <message>
   <source>The file holds no value that tells. Choose the scheme of whoever made it.</source>
   <translation>Die Datei enthält keinen Wert, der es verrät. Wählen Sie das Schema des Erstellers.</translation>
  </message>
  <message>
   <source>What do the values mean?</source>
   <translation>Was bedeuten die Werte?</translation>
  </message>
 </context>
 <context>
  <name>AskSure</name>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
 </context>
 <context>
  <name>AskSurgery</name>
  <message>
   <source>A model can only be trusted on scans like those it learned from. The answer is kept with the case and stands on its report.</source>
   <translation>Einem Modell ist nur bei Scans zu trauen, wie es sie gelernt hat. Die Antwort bleibt beim Fall und steht in seinem Bericht.</translation>
  </message>
  <message>
   <source>After surgery</source>
   <translation>Postoperativ</translation>
  </message>
  <message>
   <source>Before surgery</source>
   <translation>Präoperativ</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>I do not know</source>
   <translation>Ich weiß es nicht</translation>
  </message>
 </context>
 <context>
  <name>AskWords</name>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
 </context>
 <context>
  <name>BackupPanel</name>
  <message>
   <source>Back up this workspace…</source>
   <translation>Diesen Arbeitsbereich sichern…</translation>
  </message>
  <message>
   <source>Copies everything to another disk, checks every file, and encrypts the copy if you want. A backup is brought back into a new folder; this workspace stays as it is.</source>
   <translation>Kopiert alles auf einen anderen Datenträger, prüft jede Datei und verschlüsselt die Kopie, wenn Sie wollen. Eine Sicherung wird in einen neuen Ordner zurückgeholt; dieser Arbeitsbereich bleibt, wie er ist.</translation>
  </message>
  <message>
   <source>Restore a backup…</source>
   <translation>Sicherung zurückholen…</translation>
  </message>
  <message>
   <source>Where to? A folder for the backup is made there</source>
   <translation>Wohin? Dort wird ein Ordner für die Sicherung angelegt</translation>
  </message>
 </context>
 <context>
  <name>BrightnessRange</name>
  <message>
   <source>Brightest painted</source>
   <translation>Hellstes gemaltes</translation>
  </message>
  <message>
   <source>Darkest painted</source>
   <translation>Dunkelstes gemaltes</translation>
  </message>
 </context>
 <context>
  <name>BrushPanel</name>
  <message>
   <source>Anything</source>
   <translation>Alles</translation>
  </message>
  <message>
   <source>Ball, 3D</source>
   <translation>Kugel, 3D</translation>
  </message>
  <message>
   <source>Brush shape</source>
   <translation>Pinselform</translation>
  </message>
  <message>
   <source>Brush size</source>
   <translation>Pinselgröße</translation>
  </message>
  <message>
   <source>Disc, one slice</source>
   <translation>Scheibe, 2D</translation>
  </message>
  <message>
   <source>Label opacity</source>
   <translation>Deckkraft der Labels</translation>
  </message>
  <message>
   <source>Only paint inside the brain</source>
   <translation>Nur im Gehirn malen</translation>
  </message>
  <message>
   <source>Only unlabelled</source>
   <translation>Nur ohne Label</translation>
  </message>
  <message>
   <source>Only {label}</source>
   <translation>Nur {label}</translation>
  </message>
  <message>
   <source>Paint over</source>
   <translation>Übermalen</translation>
  </message>
  <message>
   <source>Show outlines</source>
   <translation>Umrisse zeigen</translation>
  </message>
 </context>
 <context>
  <name>Callout</name>
  <message>
   <source>F6: keys here and back</source>
   <translation>F6: Tasten hierher und zurück</translation>
  </message>
  <message>
   <source>Leave the tour (Esc)</source>
   <translation>Rundgang verlassen (Esc)</translation>
  </message>
 </context>
 <context>
  <name>Candidates</name>
  <message>
   <source>Every case that is prepared from now on gets a fused proposal of these, in place of one model's.</source>
   <translation>Jeder Fall, der von nun an vorbereitet wird, bekommt einen fusionierten Vorschlag von diesen statt den eines Modells.</translation>
  </message>
  <message>
   <source>Use these for new cases, too</source>
   <translation>Diese auch für neue Fälle verwenden</translation>
  </message>
  <message>
   <source>{number}, {who}</source>
   <translation>{number}, {who}</translation>
  </message>
 </context>
 <context>
  <name>CasePanel</name>
  <message>
   <source>Convert again</source>
   <translation>Erneut umwandeln</translation>
  </message>
  <message>
   <source>Converting</source>
   <translation>Umwandeln</translation>
  </message>
  <message>
   <source>Exclude…</source>
   <translation>Ausschließen…</translation>
  </message>
  <message>
   <source>Looks right: go on</source>
   <translation>Sieht richtig aus: weiter</translation>
  </message>
  <message>
   <source>No series stands for {c}. Choose one, import the missing series, or exclude the case.</source>
   <translation>Keine Serie steht für {c}. Wählen Sie eine, importieren Sie die fehlende Serie oder schließen Sie den Fall aus.</translation>
  </message>
  <message>
   <source>No series stands for {c}. Choose one, use one that was set aside, import the missing series, or exclude the case.</source>
   <translation>Keine Serie steht für {c}. Wählen Sie eine, verwenden Sie eine beiseitegelegte, importieren Sie die fehlende Serie oder schließen Sie den Fall aus.</translation>
  </message>
  <message>
   <source>Not converted</source>
   <translation>Nicht umgewandelt</translation>
  </message>
  <message>
   <source>The conversion was stopped or has failed. Nothing is lost: convert again, and it goes on.</source>
   <translation>Die Umwandlung wurde gestoppt oder ist fehlgeschlagen. Nichts ist verloren: Wandeln Sie erneut um, und es geht weiter.</translation>
  </message>
  <message>
   <source>The series are being converted; the pictures appear in a moment.</source>
   <translation>Die Serien werden umgewandelt; die Bilder erscheinen gleich.</translation>
  </message>
  <message>
   <source>Use this choice</source>
   <translation>Diese Wahl verwenden</translation>
  </message>
 </context>
 <context>
  <name>CaseScreen</name>
  <message>
   <source>New labels by {who} are shown now.</source>
   <translation>Neue Labels von {who} werden jetzt gezeigt.</translation>
  </message>
  <message>
   <source>Next case</source>
   <translation>Nächster Fall</translation>
  </message>
  <message>
   <source>Previous</source>
   <translation>Vorheriger</translation>
  </message>
  <message>
   <source>Second reading</source>
   <translation>Zweitbefundung</translation>
  </message>
  <message>
   <source>There are new labels by {who}. You go on with your own edits.</source>
   <translation>Es gibt neue Labels von {who}. Sie arbeiten mit Ihren eigenen Änderungen weiter.</translation>
  </message>
 </context>
 <context>
  <name>CaseTable</name>
  <message>
   <source>Case</source>
   <translation>Fall</translation>
  </message>
  <message>
   <source>ET cm³</source>
   <translation>ET cm³</translation>
  </message>
  <message>
   <source>Next step</source>
   <translation>Nächster Schritt</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>Reader</source>
   <translation>Befunder</translation>
  </message>
  <message>
   <source>Scan date</source>
   <translation>Scandatum</translation>
  </message>
  <message>
   <source>Series</source>
   <translation>Serien</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>TC cm³</source>
   <translation>TC cm³</translation>
  </message>
  <message>
   <source>WT cm³</source>
   <translation>WT cm³</translation>
  </message>
 </context>
 <context>
  <name>CasesScreen</name>
  <message>
   <source>All statuses</source>
   <translation>Jeder Status</translation>
  </message>
  <message>
   <source>Assigned to me</source>
   <translation>Mir zugewiesen</translation>
  </message>
  <message>
   <source>Assigned to nobody</source>
   <translation>Niemandem zugewiesen</translation>
  </message>
  <message>
   <source>Assign…</source>
   <translation>Zuweisen…</translation>
  </message>
  <message>
   <source>Cases</source>
   <translation>Fälle</translation>
  </message>
  <message>
   <source>Exclude</source>
   <translation>Ausschließen</translation>
  </message>
  <message>
   <source>Exclude…</source>
   <translation>Ausschließen…</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>Exportieren…</translation>
  </message>
  <message>
   <source>Find case</source>
   <translation>Fall suchen</translation>
  </message>
  <message>
   <source>Flagged</source>
   <translation>Gekennzeichnet</translation>
  </message>
  <message>
   <source>Flag…</source>
   <translation>Kennzeichnen…</translation>
  </message>
  <message>
   <source>Forget this patient…</source>
   <translation>Diesen Patienten vergessen…</translation>
  </message>
  <message>
   <source>Hand out for review…</source>
   <translation>Zum Prüfen weitergeben…</translation>
  </message>
  <message>
   <source>Import patients</source>
   <translation>Patienten importieren</translation>
  </message>
  <message>
   <source>Include again</source>
   <translation>Wieder einschließen</translation>
  </message>
  <message>
   <source>Missing a contrast</source>
   <translation>Sequenz fehlt</translation>
  </message>
  <message>
   <source>Next case</source>
   <translation>Nächster Fall</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Öffnen</translation>
  </message>
  <message>
   <source>Remove flag</source>
   <translation>Kennzeichen entfernen</translation>
  </message>
  <message>
   <source>Review packages</source>
   <translation>Prüfpakete</translation>
  </message>
  <message>
   <source>Send to PACS…</source>
   <translation>An PACS senden…</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Take in a package…</source>
   <translation>Paket übernehmen…</translation>
  </message>
  <message>
   <source>Time points of the patient…</source>
   <translation>Zeitpunkte des Patienten…</translation>
  </message>
  <message>
   <source>Waits for a person</source>
   <translation>Wartet auf eine Person</translation>
  </message>
  <message>
   <source>{a} of {n} approved</source>
   <translation>{a} von {n} freigegeben</translation>
  </message>
 </context>
 <context>
  <name>CertificateCard</name>
  <message>
   <source>1  Key and certificate</source>
   <translation>1  Schlüssel und Zertifikat</translation>
  </message>
  <message>
   <source>It runs out soon. Save the request again, send it, and take the new one in.</source>
   <translation>Es läuft bald ab. Speichern Sie den Antrag erneut, senden Sie ihn und übernehmen Sie das neue.</translation>
  </message>
  <message>
   <source>Save the request again…</source>
   <translation>Antrag erneut speichern…</translation>
  </message>
  <message>
   <source>Save the request…</source>
   <translation>Antrag speichern…</translation>
  </message>
  <message>
   <source>Send the request to the owner and read them this fingerprint over the telephone. They answer with a certificate: take that file in.</source>
   <translation>Senden Sie den Antrag an den Inhaber und lesen Sie ihm am Telefon diesen Fingerabdruck vor. Er antwortet mit einem Zertifikat: Übernehmen Sie diese Datei.</translation>
  </message>
  <message>
   <source>Take the certificate in…</source>
   <translation>Zertifikat übernehmen…</translation>
  </message>
  <message>
   <source>The certificate has run out. Save the request again, send it, and take the new one in.</source>
   <translation>Das Zertifikat ist abgelaufen. Speichern Sie den Antrag erneut, senden Sie ihn und übernehmen Sie das neue.</translation>
  </message>
  <message>
   <source>The certificate is here, and it fits this site's key.</source>
   <translation>Das Zertifikat ist da und passt zum Schlüssel dieses Standorts.</translation>
  </message>
  <message>
   <source>The key is made on this computer and never leaves it. Only a request for a certificate is saved as a file: send it to the federation's owner.</source>
   <translation>Der Schlüssel wird auf diesem Computer gemacht und verlässt ihn nie. Nur ein Antrag auf ein Zertifikat wird als Datei gespeichert: Senden Sie ihn an den Inhaber der Föderation.</translation>
  </message>
  <message>
   <source>This site's fingerprint, to read to the owner</source>
   <translation>Fingerabdruck dieses Standorts, zum Vorlesen für den Inhaber</translation>
  </message>
 </context>
 <context>
  <name>ChartsCard</name>
  <message>
   <source>Dice of the common model</source>
   <translation>Dice des gemeinsamen Modells</translation>
  </message>
  <message>
   <source>Dice of this site's own model</source>
   <translation>Dice des eigenen Modells dieses Standorts</translation>
  </message>
  <message>
   <source>MiB a round</source>
   <translation>MiB je Runde</translation>
  </message>
  <message>
   <source>Minutes a round</source>
   <translation>Minuten je Runde</translation>
  </message>
  <message>
   <source>Round by round</source>
   <translation>Runde für Runde</translation>
  </message>
  <message>
   <source>The curves begin with the first round.</source>
   <translation>Die Kurven beginnen mit der ersten Runde.</translation>
  </message>
  <message>
   <source>Training loss</source>
   <translation>Trainingsverlust</translation>
  </message>
  <message>
   <source>at this site</source>
   <translation>an diesem Standort</translation>
  </message>
  <message>
   <source>came</source>
   <translation>kam</translation>
  </message>
  <message>
   <source>higher is better</source>
   <translation>höher ist besser</translation>
  </message>
  <message>
   <source>left</source>
   <translation>verlassen</translation>
  </message>
  <message>
   <source>lower is better</source>
   <translation>niedriger ist besser</translation>
  </message>
  <message>
   <source>on this site's validation cases</source>
   <translation>an den Validierungsfällen dieses Standorts</translation>
  </message>
 </context>
 <context>
  <name>CheckList</name>
  <message>
   <source>Checks</source>
   <translation>Prüfpunkte</translation>
  </message>
  <message>
   <source>Show the step's picture</source>
   <translation>Bild des Schritts zeigen</translation>
  </message>
  <message>
   <source>Show where</source>
   <translation>Zeigen, wo</translation>
  </message>
  <message>
   <source>Show where; another click goes to the next of {n} places</source>
   <translation>Zeigen, wo; ein weiterer Klick geht zur nächsten von {n} Stellen</translation>
  </message>
 </context>
 <context>
  <name>ConvertDialog</name>
  <message>
   <source>Decrypting the images</source>
   <translation>Die Bilder werden entschlüsselt</translation>
  </message>
  <message>
   <source>Encrypting the images</source>
   <translation>Die Bilder werden verschlüsselt</translation>
  </message>
  <message>
   <source>Every file is written anew; a power cut loses nothing. Stopped, it goes on from there.</source>
   <translation>Jede Datei wird neu geschrieben; ein Stromausfall verliert nichts. Angehalten, geht es dort weiter.</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Stopp</translation>
  </message>
 </context>
 <context>
  <name>Cover</name>
  <message>
   <source>Go on</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>Nobody seems to be here</source>
   <translation>Es scheint niemand hier zu sein</translation>
  </message>
  <message>
   <source>Passphrase</source>
   <translation>Passphrase</translation>
  </message>
  <message>
   <source>The window is covered</source>
   <translation>Das Fenster ist abgedeckt</translation>
  </message>
  <message>
   <source>The work goes on.</source>
   <translation>Die Arbeit geht weiter.</translation>
  </message>
  <message>
   <source>The work goes on. The passphrase of this workspace uncovers it.</source>
   <translation>Die Arbeit geht weiter. Die Passphrase dieses Arbeitsbereichs deckt das Fenster auf.</translation>
  </message>
 </context>
 <context>
  <name>DropArea</name>
  <message>
   <source>Choose a patient's folder</source>
   <translation>Ordner eines Patienten wählen</translation>
  </message>
  <message>
   <source>Choose files…</source>
   <translation>Dateien wählen…</translation>
  </message>
  <message>
   <source>Choose folder…</source>
   <translation>Ordner wählen…</translation>
  </message>
  <message>
   <source>Choose the files of a patient</source>
   <translation>Dateien eines Patienten wählen</translation>
  </message>
  <message>
   <source>DICOM or NIfTI, one patient or many at once; a disc, an archive (zip) or a list of cases (CSV). Nothing is changed in the folder: the images are copied, without name and birth date, into the workspace on this computer.</source>
   <translation>DICOM oder NIfTI, ein Patient oder viele auf einmal; eine CD, ein Archiv (zip) oder eine Fallliste (CSV). Im Ordner wird nichts geändert: Die Bilder werden ohne Namen und Geburtsdatum in den Arbeitsbereich auf diesem Computer kopiert.</translation>
  </message>
  <message>
   <source>Drop a patient's folder here</source>
   <translation>Legen Sie hier den Ordner eines Patienten ab</translation>
  </message>
 </context>
 <context>
  <name>DropVeil</name>
  <message>
   <source>Let go to import</source>
   <translation>Zum Importieren loslassen</translation>
  </message>
  <message>
   <source>The files are read where they are and not changed.</source>
   <translation>Die Dateien werden dort gelesen, wo sie sind, und nicht geändert.</translation>
  </message>
 </context>
 <context>
  <name>EncryptionPanel</name>
  <message>
   <source>Decrypt the images…</source>
   <translation>Bilder entschlüsseln…</translation>
  </message>
  <message>
   <source>Encrypt the images…</source>
   <translation>Bilder verschlüsseln…</translation>
  </message>
  <message>
   <source>Every file was written anew.</source>
   <translation>Jede Datei wurde neu geschrieben.</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>Images, masks, labels, pictures and edits can be kept encrypted in this workspace. Where this computer's disk is encrypted already, that protects more, and this adds little.</source>
   <translation>Aufnahmen, Masken, Label, Bilder und Bearbeitungen können in diesem Arbeitsbereich verschlüsselt liegen. Wo die Platte dieses Computers schon verschlüsselt ist, schützt das mehr, und dies fügt wenig hinzu.</translation>
  </message>
  <message>
   <source>The recovery file is written. Keep it away from this computer.</source>
   <translation>Die Wiederherstellungsdatei ist geschrieben. Bewahren Sie sie nicht an diesem Computer auf.</translation>
  </message>
  <message>
   <source>Where to? Not into the workspace, best on a stick</source>
   <translation>Wohin? Nicht in den Arbeitsbereich, am besten auf einen Stick</translation>
  </message>
  <message>
   <source>Write a recovery file…</source>
   <translation>Wiederherstellungsdatei schreiben…</translation>
  </message>
 </context>
 <context>
  <name>ErrorDialog</name>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Copy details</source>
   <translation>Einzelheiten kopieren</translation>
  </message>
  <message>
   <source>FeTS Desktop</source>
   <translation>FeTS Desktop</translation>
  </message>
  <message>
   <source>Help on this</source>
   <translation>Hilfe dazu</translation>
  </message>
  <message>
   <source>What to do</source>
   <translation>Was zu tun ist</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>Warum</translation>
  </message>
 </context>
 <context>
  <name>EthicsCard</name>
  <message>
   <source>2  Ethics approval</source>
   <translation>2  Ethikgenehmigung</translation>
  </message>
  <message>
   <source>Approval number</source>
   <translation>Nummer der Genehmigung</translation>
  </message>
  <message>
   <source>Date of the approval</source>
   <translation>Datum der Genehmigung</translation>
  </message>
  <message>
   <source>Keep the common model of every round here</source>
   <translation>Das gemeinsame Modell jeder Runde hier aufbewahren</translation>
  </message>
  <message>
   <source>None of your cases validates yet, so there is no score to send. Approve two patients or more, and draw the split.</source>
   <translation>Noch validiert keiner Ihrer Fälle, also ist kein Wert zu senden. Geben Sie zwei oder mehr Patienten frei und ziehen Sie die Aufteilung.</translation>
  </message>
  <message>
   <source>Only {n} of your cases validate; the plan wants {fewest}. A mean over few cases says much about each of them: the mean of one case is that case. Without your word no score is sent.</source>
   <translation>Nur {n} Ihrer Fälle validieren; der Plan will {fewest}. Ein Mittel über wenige Fälle sagt viel über jeden: Das Mittel eines Falls ist dieser Fall. Ohne Ihr Wort wird kein Wert gesendet.</translation>
  </message>
  <message>
   <source>Send the mean score all the same</source>
   <translation>Den Mittelwert trotzdem senden</translation>
  </message>
  <message>
   <source>as your ethics committee writes it</source>
   <translation>wie Ihre Ethikkommission sie schreibt</translation>
  </message>
 </context>
 <context>
  <name>ExportDialog</name>
  <message>
   <source>Atlas space and each scan's own space</source>
   <translation>Atlasraum und der eigene Raum jedes Scans</translation>
  </message>
  <message>
   <source>Atlas space: 240 × 240 × 155, 1 mm</source>
   <translation>Atlasraum: 240 × 240 × 155, 1 mm</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>Wählen…</translation>
  </message>
  <message>
   <source>Each scan's own space: labels lie on the patient's original series</source>
   <translation>Eigener Raum jedes Scans: Labels liegen auf den ursprünglichen Serien des Patienten</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>Exportieren</translation>
  </message>
  <message>
   <source>Files that were exported from here before are replaced in any case</source>
   <translation>Dateien, die von hier exportiert wurden, werden in jedem Fall ersetzt</translation>
  </message>
  <message>
   <source>Folder to write to</source>
   <translation>Ordner, in den geschrieben wird</translation>
  </message>
  <message>
   <source>NIfTI, 3D Slicer and BIDS lie in</source>
   <translation>NIfTI, 3D Slicer und BIDS liegen in</translation>
  </message>
  <message>
   <source>Native images show the face: whoever has them may recognise the patient.</source>
   <translation>Native Bilder zeigen das Gesicht: Wer sie hat, kann den Patienten erkennen.</translation>
  </message>
  <message>
   <source>Replace files that are there</source>
   <translation>Vorhandene Dateien ersetzen</translation>
  </message>
  <message>
   <source>Take the faces out of native images</source>
   <translation>Gesichter aus nativen Bildern entfernen</translation>
  </message>
  <message>
   <source>The newest approved labels are written; where none are approved, the newest.</source>
   <translation>Geschrieben werden die neuesten freigegebenen Labels; wo keine freigegeben sind, die neuesten.</translation>
  </message>
  <message>
   <source>{cases}: not prepared yet.</source>
   <translation>{cases}: noch nicht vorbereitet.</translation>
  </message>
 </context>
 <context>
  <name>ExportNotice</name>
  <message>
   <source>Open the folder</source>
   <translation>Ordner öffnen</translation>
  </message>
  <message>
   <source>Why?</source>
   <translation>Warum?</translation>
  </message>
 </context>
 <context>
  <name>FaultCard</name>
  <message>
   <source>Could not be used</source>
   <translation>Nicht verwendbar</translation>
  </message>
  <message>
   <source>Different patients</source>
   <translation>Verschiedene Patienten</translation>
  </message>
  <message>
   <source>Each examination a patient</source>
   <translation>Jede Untersuchung ein Patient</translation>
  </message>
  <message>
   <source>One patient</source>
   <translation>Ein Patient</translation>
  </message>
  <message>
   <source>Told apart by name, birth date and sex</source>
   <translation>Unterschieden nach Name, Geburtsdatum und Geschlecht</translation>
  </message>
  <message>
   <source>Whatever the headers say</source>
   <translation>Was immer die Header sagen</translation>
  </message>
  <message>
   <source>Where names and birth dates are not to be trusted</source>
   <translation>Wo Namen und Geburtsdaten nicht zu trauen ist</translation>
  </message>
 </context>
 <context>
  <name>FaultPage</name>
  <message>
   <source>The federation's key is locked</source>
   <translation>Der Schlüssel der Föderation ist gesperrt</translation>
  </message>
  <message>
   <source>The passphrase of this workspace opens it.</source>
   <translation>Die Passphrase dieses Arbeitsbereichs öffnet ihn.</translation>
  </message>
 </context>
 <context>
  <name>FederationChooser</name>
  <message>
   <source>Federation</source>
   <translation>Föderation</translation>
  </message>
 </context>
 <context>
  <name>FederationScreen</name>
  <message>
   <source>A federation trains one model on the cases of many sites. Images stay where they are; what travels are the network's weights and mean scores. Its owner sends you an invitation: a file that ends in .fetsinvite.</source>
   <translation>Eine Föderation trainiert ein Modell an den Fällen vieler Standorte. Die Bilder bleiben, wo sie sind; auf den Weg gehen die Gewichte des Netzes und mittlere Werte. Ihr Inhaber schickt Ihnen eine Einladung: eine Datei, die auf .fetsinvite endet.</translation>
  </message>
  <message>
   <source>Back to the rounds</source>
   <translation>Zurück zu den Runden</translation>
  </message>
  <message>
   <source>Export the ledger</source>
   <translation>Sendeprotokoll exportieren</translation>
  </message>
  <message>
   <source>Leave</source>
   <translation>Verlassen</translation>
  </message>
  <message>
   <source>Leave the federation?</source>
   <translation>Föderation verlassen?</translation>
  </message>
  <message>
   <source>No federation has been joined</source>
   <translation>Keiner Föderation beigetreten</translation>
  </message>
  <message>
   <source>Open an invitation</source>
   <translation>Einladung öffnen</translation>
  </message>
  <message>
   <source>Open an invitation…</source>
   <translation>Einladung öffnen…</translation>
  </message>
  <message>
   <source>Save the request</source>
   <translation>Antrag speichern</translation>
  </message>
  <message>
   <source>Take the certificate in</source>
   <translation>Zertifikat übernehmen</translation>
  </message>
  <message>
   <source>This site takes no part any more, and what is under way is given up. Rounds, ledger and the models that were kept stay here. You can join again while the federation goes on.</source>
   <translation>Dieser Standort nimmt nicht mehr teil, und was gerade läuft, wird aufgegeben. Runden, Sendeprotokoll und aufbewahrte Modelle bleiben hier. Sie können wieder beitreten, solange die Föderation läuft.</translation>
  </message>
  <message>
   <source>What is a federation?</source>
   <translation>Was ist eine Föderation?</translation>
  </message>
 </context>
 <context>
  <name>FoundCases</name>
  <message>
   <source>Imported cases</source>
   <translation>Importierte Fälle</translation>
  </message>
 </context>
 <context>
  <name>FusedCard</name>
  <message>
   <source>Fused proposal</source>
   <translation>Fusionierter Vorschlag</translation>
  </message>
  <message>
   <source>Look at it in Review</source>
   <translation>Unter „Prüfen“ ansehen</translation>
  </message>
  <message>
   <source>Slice {n}: not all agree about {area:.0f} mm² of {region}</source>
   <translation>Schicht {n}: nicht alle einig über {area:.0f} mm² von {region}</translation>
  </message>
  <message>
   <source>The most contested axial slices, numbered as in Review. Choose one to see it there.</source>
   <translation>Die umstrittensten axialen Schichten, gezählt wie unter „Prüfen“. Wählen Sie eine, um sie dort zu sehen.</translation>
  </message>
  <message>
   <source>They agree everywhere.</source>
   <translation>Sie stimmen überall überein.</translation>
  </message>
  <message>
   <source>labels</source>
   <translation>Labels</translation>
  </message>
  <message>
   <source>regions</source>
   <translation>Regionen</translation>
  </message>
  <message>
   <source>up to {area:.0f} mm²</source>
   <translation>bis {area:.0f} mm²</translation>
  </message>
  <message>
   <source>{method} on {per}, version {n}</source>
   <translation>{method} je {per}, Version {n}</translation>
  </message>
  <message>
   <source>{model} failed: {why}</source>
   <translation>{model} fehlgeschlagen: {why}</translation>
  </message>
 </context>
 <context>
  <name>FusionChoice</name>
  <message>
   <source>Fused by</source>
   <translation>Fusioniert mit</translation>
  </message>
  <message>
   <source>How proposals are fused</source>
   <translation>Wie Vorschläge fusioniert werden</translation>
  </message>
  <message>
   <source>What is fused</source>
   <translation>Was fusioniert wird</translation>
  </message>
 </context>
 <context>
  <name>HandOutDialog</name>
  <message>
   <source>A blind reading: leave out what people drew</source>
   <translation>Blinde Befundung: weglassen, was Menschen gezeichnet haben</translation>
  </message>
  <message>
   <source>At least {n} characters.</source>
   <translation>Mindestens {n} Zeichen.</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Choose where to…</source>
   <translation>Wohin…</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Kopieren</translation>
  </message>
  <message>
   <source>Hand out {case} for review</source>
   <translation>{case} zum Prüfen weitergeben</translation>
  </message>
  <message>
   <source>It is kept nowhere: write it down. Tell it by telephone, never together with the file.</source>
   <translation>Sie wird nirgends aufbewahrt: Schreiben Sie sie auf. Sagen Sie sie am Telefon, nie zusammen mit der Datei.</translation>
  </message>
  <message>
   <source>New versions and sign-offs go into one encrypted file, for the computer that the case came from.</source>
   <translation>Neue Versionen und Freigaben kommen in eine verschlüsselte Datei, für den Computer, von dem der Fall kam.</translation>
  </message>
  <message>
   <source>Passphrase</source>
   <translation>Passphrase</translation>
  </message>
  <message>
   <source>Send back what was drawn on {case}</source>
   <translation>Zurücksenden, was an {case} gezeichnet wurde</translation>
  </message>
  <message>
   <source>The four brains, the outlines and their history go into one encrypted file, for a reader's own computer. Who the patient is, the face, scan dates and notes stay here.</source>
   <translation>Die vier Gehirne, die Umrisse und ihr Verlauf kommen in eine verschlüsselte Datei, für den eigenen Computer eines Befunders. Wer der Patient ist, Gesicht, Scandaten und Notizen bleiben hier.</translation>
  </message>
 </context>
 <context>
  <name>Handles</name>
  <message>
   <source>Nod: lift the face</source>
   <translation>Nicken: Gesicht heben</translation>
  </message>
  <message>
   <source>Tilt: right side down</source>
   <translation>Neigen: rechte Seite nach unten</translation>
  </message>
  <message>
   <source>To the front</source>
   <translation>Nach vorn</translation>
  </message>
  <message>
   <source>To the patient's right</source>
   <translation>Zur Rechten des Patienten</translation>
  </message>
  <message>
   <source>Turn to the left</source>
   <translation>Nach links drehen</translation>
  </message>
  <message>
   <source>Upwards</source>
   <translation>Nach oben</translation>
  </message>
 </context>
 <context>
  <name>Heads</name>
  <message>
   <source>There are no images of this case with skull and skin: it came as brains alone.</source>
   <translation>Von diesem Fall gibt es keine Bilder mit Schädel und Haut: Er kam nur als Gehirne.</translation>
  </message>
 </context>
 <context>
  <name>HelpBrowser</name>
  <message>
   <source>Help page</source>
   <translation>Hilfeseite</translation>
  </message>
 </context>
 <context>
  <name>HelpDialog</name>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
 </context>
 <context>
  <name>HelpScreen</name>
  <message>
   <source>About and licences…</source>
   <translation>Über und Lizenzen…</translation>
  </message>
  <message>
   <source>Back to {place}</source>
   <translation>Zurück: {place}</translation>
  </message>
  <message>
   <source>Find in the help</source>
   <translation>In der Hilfe suchen</translation>
  </message>
  <message>
   <source>Help pages</source>
   <translation>Hilfeseiten</translation>
  </message>
  <message>
   <source>No page holds these words.</source>
   <translation>Keine Seite enthält diese Wörter.</translation>
  </message>
  <message>
   <source>Take the tour</source>
   <translation>Rundgang machen</translation>
  </message>
 </context>
 <context>
  <name>HistoryPanel</name>
  <message>
   <source>History</source>
   <translation>Verlauf</translation>
  </message>
  <message>
   <source>History of edits</source>
   <translation>Verlauf der Änderungen</translation>
  </message>
 </context>
 <context>
  <name>HistoryRows</name>
  <message>
   <source>Before these edits</source>
   <translation>Vor diesen Änderungen</translation>
  </message>
  <message>
   <source>{edit}, now</source>
   <translation>{edit}, jetzt</translation>
  </message>
  <message>
   <source>{edit}, undone</source>
   <translation>{edit}, zurückgenommen</translation>
  </message>
 </context>
 <context>
  <name>ImportScreen</name>
  <message>
   <source>Exclude</source>
   <translation>Ausschließen</translation>
  </message>
  <message>
   <source>Exclude {case}</source>
   <translation>{case} ausschließen</translation>
  </message>
  <message>
   <source>Found</source>
   <translation>Gefunden</translation>
  </message>
  <message>
   <source>From the PACS…</source>
   <translation>Aus dem PACS…</translation>
  </message>
  <message>
   <source>It takes no further part in the work. Nothing is deleted, and it can be included again.</source>
   <translation>An der weiteren Arbeit nimmt er nicht teil. Nichts wird gelöscht, und er kann wieder eingeschlossen werden.</translation>
  </message>
  <message>
   <source>Reason, for example: no T2 was taken</source>
   <translation>Grund, zum Beispiel: Es wurde kein T2 aufgenommen</translation>
  </message>
  <message>
   <source>Remembered for later imports: series called {name} stand for {contrast}.</source>
   <translation>Für spätere Importe gemerkt: Serien namens {name} stehen für {contrast}.</translation>
  </message>
  <message>
   <source>Remembered. Import the folder again to make it count.</source>
   <translation>Gemerkt. Importieren Sie den Ordner erneut, damit es gilt.</translation>
  </message>
  <message>
   <source>Rules of this site…</source>
   <translation>Regeln dieses Standorts…</translation>
  </message>
  <message>
   <source>Series</source>
   <translation>Serien</translation>
  </message>
 </context>
 <context>
  <name>JobBar</name>
  <message>
   <source>All jobs</source>
   <translation>Alle Arbeiten</translation>
  </message>
  <message>
   <source>Cancel the running job</source>
   <translation>Laufende Arbeit abbrechen</translation>
  </message>
  <message>
   <source>Cancel: {title}</source>
   <translation>Abbrechen: {title}</translation>
  </message>
  <message>
   <source>Jobs</source>
   <translation>Arbeiten</translation>
  </message>
  <message>
   <source>Nothing is running</source>
   <translation>Nichts läuft</translation>
  </message>
  <message>
   <source>Why?</source>
   <translation>Warum?</translation>
  </message>
  <message>
   <source>all jobs: {left}</source>
   <translation>alle Arbeiten: {left}</translation>
  </message>
  <message>
   <source>waiting for its turn</source>
   <translation>wartet, bis sie an der Reihe ist</translation>
  </message>
  <message>
   <source>{title}: failed</source>
   <translation>{title}: fehlgeschlagen</translation>
  </message>
 </context>
 <context>
  <name>JobList</name>
  <message>
   <source>Jobs</source>
   <translation>Arbeiten</translation>
  </message>
  <message>
   <source>List of jobs</source>
   <translation>Liste der Arbeiten</translation>
  </message>
 </context>
 <context>
  <name>JoiningPage</name>
  <message>
   <source>First look whether all is well.</source>
   <translation>Zuerst sehen, ob alles gut ist.</translation>
  </message>
  <message>
   <source>First mend what is not well: {what}.</source>
   <translation>Zuerst beheben, was nicht gut ist: {what}.</translation>
  </message>
  <message>
   <source>First the certificate must be here.</source>
   <translation>Zuerst muss das Zertifikat da sein.</translation>
  </message>
  <message>
   <source>First the ethics approval. {why}</source>
   <translation>Zuerst die Ethikgenehmigung. {why}</translation>
  </message>
 </context>
 <context>
  <name>JudgeDialog</name>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>If it loses too much, leave the parts that matter most in 32 bits</source>
   <translation>Verliert es zu viel, die wichtigsten Teile in 32 Bit lassen</translation>
  </message>
  <message>
   <source>No approved case is on the validation side of the split: choose a folder of labelled cases.</source>
   <translation>Auf der Validierungsseite der Aufteilung steht kein freigegebener Fall: Wählen Sie einen Ordner mit Fällen mit Labels.</translation>
  </message>
  <message>
   <source>On a folder of cases…</source>
   <translation>An einem Ordner mit Fällen…</translation>
  </message>
  <message>
   <source>On my approved cases</source>
   <translation>An meinen freigegebenen Fällen</translation>
  </message>
  <message>
   <source>That second try takes long: it scores the network dozens of times.</source>
   <translation>Dieser zweite Versuch dauert lange: Er bewertet das Netz dutzende Male.</translation>
  </message>
 </context>
 <context>
  <name>KeysDialog</name>
  <message>
   <source>Choose between the two under Settings. Click on a key and press another one to change it; Backspace in it gives the program's back.</source>
   <translation>Zwischen den beiden wählen Sie in den Einstellungen. Klicken Sie eine Taste an und drücken Sie eine andere, um sie zu ändern; die Rücktaste gibt die des Programms zurück.</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Keys and mouse</source>
   <translation>Tasten und Maus</translation>
  </message>
  <message>
   <source>The keys as {program} has them</source>
   <translation>Die Tasten, wie {program} sie hat</translation>
  </message>
  <message>
   <source>yours</source>
   <translation>Ihre</translation>
  </message>
  <message>
   <source>{key} is needed by the window itself.</source>
   <translation>{key} braucht das Fenster selbst.</translation>
  </message>
  <message>
   <source>{key} was: {action}.</source>
   <translation>{key} war: {action}.</translation>
  </message>
 </context>
 <context>
  <name>LabelFile</name>
  <message>
   <source>Labels from a file</source>
   <translation>Labels aus einer Datei</translation>
  </message>
 </context>
 <context>
  <name>LabelPanel</name>
  <message>
   <source>Labels</source>
   <translation>Labels</translation>
  </message>
  <message>
   <source>Labels from a file…</source>
   <translation>Labels aus einer Datei…</translation>
  </message>
  <message>
   <source>Whole tumour {whole}   Core {core}</source>
   <translation>Gesamter Tumor {whole}   Kern {core}</translation>
  </message>
 </context>
 <context>
  <name>LabelRow</name>
  <message>
   <source>Hide {label}</source>
   <translation>{label} ausblenden</translation>
  </message>
  <message>
   <source>Lock {label}</source>
   <translation>{label} sperren</translation>
  </message>
 </context>
 <context>
  <name>LayerPanel</name>
  <message>
   <source>A candidate from a file…</source>
   <translation>Ein Kandidat aus einer Datei…</translation>
  </message>
  <message>
   <source>About {region}</source>
   <translation>Zu {region}</translation>
  </message>
  <message>
   <source>Candidates</source>
   <translation>Kandidaten</translation>
  </message>
  <message>
   <source>Contested on {area:.0f} mm² here, place {place} of {of}.</source>
   <translation>Hier auf {area:.0f} mm² umstritten, Stelle {place} von {of}.</translation>
  </message>
  <message>
   <source>Differences</source>
   <translation>Unterschiede</translation>
  </message>
  <message>
   <source>Disagreement</source>
   <translation>Uneinigkeit</translation>
  </message>
  <message>
   <source>Fuse those shown</source>
   <translation>Gezeigte fusionieren</translation>
  </message>
  <message>
   <source>Fused by</source>
   <translation>Fusioniert mit</translation>
  </message>
  <message>
   <source>How candidates are fused</source>
   <translation>Wie Kandidaten fusioniert werden</translation>
  </message>
  <message>
   <source>Labels</source>
   <translation>Labels</translation>
  </message>
  <message>
   <source>Next contested slice</source>
   <translation>Nächste umstrittene Schicht</translation>
  </message>
  <message>
   <source>No other labels of this case yet.</source>
   <translation>Noch keine anderen Labels dieses Falls.</translation>
  </message>
  <message>
   <source>Not shown</source>
   <translation>Nicht gezeigt</translation>
  </message>
  <message>
   <source>Outlines</source>
   <translation>Umrisse</translation>
  </message>
  <message>
   <source>Regions</source>
   <translation>Regionen</translation>
  </message>
  <message>
   <source>Show a candidate first.</source>
   <translation>Zeigen Sie zuerst einen Kandidaten.</translation>
  </message>
  <message>
   <source>Take all of it</source>
   <translation>Ganz übernehmen</translation>
  </message>
  <message>
   <source>They agree everywhere.</source>
   <translation>Sie stimmen überall überein.</translation>
  </message>
  <message>
   <source>What is drawn</source>
   <translation>Was gezeichnet wird</translation>
  </message>
  <message>
   <source>What is fused</source>
   <translation>Was fusioniert wird</translation>
  </message>
  <message>
   <source>Where they disagree</source>
   <translation>Wo sie sich unterscheiden</translation>
  </message>
 </context>
 <context>
  <name>LayerRow</name>
  <message>
   <source>Show {title}</source>
   <translation>{title} zeigen</translation>
  </message>
  <message>
   <source>{title}
Click it to take regions from it, its colour for another one.</source>
   <translation>{title}
Klicken Sie hierauf, um Regionen daraus zu übernehmen, auf die Farbe für eine andere.</translation>
  </message>
 </context>
 <context>
  <name>LayoutMenu</name>
  <message>
   <source>Four contrasts of one plane</source>
   <translation>Vier Sequenzen einer Ebene</translation>
  </message>
  <message>
   <source>One pane large</source>
   <translation>Ein Feld groß</translation>
  </message>
  <message>
   <source>Three planes and 3D</source>
   <translation>Drei Ebenen und 3D</translation>
  </message>
  <message>
   <source>Three planes and an oblique one</source>
   <translation>Drei Ebenen und eine schräge</translation>
  </message>
 </context>
 <context>
  <name>LeavingCard</name>
  <message>
   <source>About {once} a round, {all} in all {rounds} rounds.</source>
   <translation>Etwa {once} je Runde, {all} in allen {rounds} Runden.</translation>
  </message>
  <message>
   <source>Each time</source>
   <translation>Jedes Mal</translation>
  </message>
  <message>
   <source>Nothing else: no image, no outline, no name, date or number of a patient, no file name, and no score of a single case.</source>
   <translation>Sonst nichts: kein Bild, kein Umriss, kein Name, Datum oder Nummer eines Patienten, kein Dateiname und kein Wert eines einzelnen Falls.</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>What leaves this site</source>
   <translation>Was diesen Standort verlässt</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Wann</translation>
  </message>
 </context>
 <context>
  <name>LedgerCard</name>
  <message>
   <source>Came</source>
   <translation>Herein</translation>
  </message>
  <message>
   <source>Every message with time, kind, bytes and fingerprint; a line that was changed or cut out is found.</source>
   <translation>Jede Nachricht mit Zeit, Art, Bytes und Fingerabdruck; eine geänderte oder herausgeschnittene Zeile fällt auf.</translation>
  </message>
  <message>
   <source>Export the ledger…</source>
   <translation>Sendeprotokoll exportieren…</translation>
  </message>
  <message>
   <source>Left</source>
   <translation>Hinaus</translation>
  </message>
  <message>
   <source>Nothing has left this site.</source>
   <translation>Nichts hat diesen Standort verlassen.</translation>
  </message>
  <message>
   <source>What left this site</source>
   <translation>Was diesen Standort verließ</translation>
  </message>
 </context>
 <context>
  <name>LinkedViews</name>
  <message>
   <source>Pictures side by side</source>
   <translation>Bilder nebeneinander</translation>
  </message>
  <message>
   <source>Up and Down go from slice to slice.</source>
   <translation>Auf und Ab gehen von Schicht zu Schicht.</translation>
  </message>
 </context>
 <context>
  <name>LocalOnly</name>
  <message>
   <source>Federated</source>
   <translation>Föderiert</translation>
  </message>
  <message>
   <source>Images leave only if you send them.</source>
   <translation>Bilder gehen nur hinaus, wenn Sie sie senden.</translation>
  </message>
  <message>
   <source>Images never leave by themselves: only what you export or send.</source>
   <translation>Bilder gehen nie von selbst hinaus: nur, was Sie exportieren oder senden.</translation>
  </message>
  <message>
   <source>Images stay here; what the plan lists leaves.</source>
   <translation>Bilder bleiben hier; hinaus geht, was der Plan aufführt.</translation>
  </message>
  <message>
   <source>Joined: {names}. What leaves is listed under Federation.</source>
   <translation>Beigetreten: {names}. Was hinausgeht, steht unter „Föderation“.</translation>
  </message>
  <message>
   <source>Local only</source>
   <translation>Nur lokal</translation>
  </message>
  <message>
   <source>No federation has been joined.</source>
   <translation>Keiner Föderation beigetreten.</translation>
  </message>
 </context>
 <context>
  <name>LookMenu</name>
  <message>
   <source>All values</source>
   <translation>Alle Werte</translation>
  </message>
  <message>
   <source>Automatic</source>
   <translation>Automatisch</translation>
  </message>
  <message>
   <source>Bright parts</source>
   <translation>Helle Teile</translation>
  </message>
  <message>
   <source>Brightness</source>
   <translation>Helligkeit</translation>
  </message>
  <message>
   <source>Grey and white matter</source>
   <translation>Graue und weiße Substanz</translation>
  </message>
  <message>
   <source>Labels on the scans as taken…</source>
   <translation>Labels auf den Scans, wie aufgenommen…</translation>
  </message>
  <message>
   <source>T1Gd minus T1</source>
   <translation>T1Gd minus T1</translation>
  </message>
  <message>
   <source>Time points of the patient…</source>
   <translation>Zeitpunkte des Patienten…</translation>
  </message>
  <message>
   <source>Volume in 3D</source>
   <translation>Volumen in 3D</translation>
  </message>
  <message>
   <source>Whole head</source>
   <translation>Ganzer Kopf</translation>
  </message>
 </context>
 <context>
  <name>MainWindow</name>
  <message>
   <source>Fold or unfold the rail</source>
   <translation>Leiste ein- oder ausklappen</translation>
  </message>
  <message>
   <source>Help on this place, and back</source>
   <translation>Hilfe zu diesem Ort und zurück</translation>
  </message>
  <message>
   <source>Import</source>
   <translation>Importieren</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>Beenden</translation>
  </message>
 </context>
 <context>
  <name>MaskDesk</name>
  <message>
   <source>Back to the board</source>
   <translation>Zurück zur Übersicht</translation>
  </message>
  <message>
   <source>Back to the computed mask</source>
   <translation>Zurück zur berechneten Maske</translation>
  </message>
  <message>
   <source>Brain mask of {case}</source>
   <translation>Hirnmaske von {case}</translation>
  </message>
  <message>
   <source>Brush adds to the brain, eraser takes away; both work in every plane. Everything outside the mask is taken out of the images, so no part of a tumour may stay outside.</source>
   <translation>Der Pinsel fügt dem Gehirn hinzu, der Radierer nimmt weg; beide arbeiten in jeder Ebene. Alles außerhalb der Maske wird aus den Bildern genommen, also darf kein Teil eines Tumors außerhalb bleiben.</translation>
  </message>
  <message>
   <source>Drawn by {who}, {when}.</source>
   <translation>Gezeichnet von {who}, {when}.</translation>
  </message>
  <message>
   <source>Found by the program.</source>
   <translation>Vom Programm gefunden.</translation>
  </message>
  <message>
   <source>Opening…</source>
   <translation>Wird geöffnet…</translation>
  </message>
  <message>
   <source>The heads with skull and the brain mask are being read.</source>
   <translation>Die Köpfe mit Schädel und die Hirnmaske werden gelesen.</translation>
  </message>
  <message>
   <source>Throw my strokes away</source>
   <translation>Meine Striche verwerfen</translation>
  </message>
  <message>
   <source>Use this mask</source>
   <translation>Diese Maske verwenden</translation>
  </message>
 </context>
 <context>
  <name>MeasurePanel</name>
  <message>
   <source>Add to the note</source>
   <translation>In die Notiz übernehmen</translation>
  </message>
  <message>
   <source>Measures</source>
   <translation>Messungen</translation>
  </message>
  <message>
   <source>Remove all measures</source>
   <translation>Alle Messungen entfernen</translation>
  </message>
 </context>
 <context>
  <name>ModelFiles</name>
  <message>
   <source>Export the model</source>
   <translation>Modell exportieren</translation>
  </message>
  <message>
   <source>Import a model</source>
   <translation>Modell importieren</translation>
  </message>
 </context>
 <context>
  <name>ModelList</name>
  <message>
   <source>Models</source>
   <translation>Modelle</translation>
  </message>
  <message>
   <source>There is no model yet. Import one.</source>
   <translation>Es gibt noch kein Modell. Importieren Sie eines.</translation>
  </message>
 </context>
 <context>
  <name>ModelView</name>
  <message>
   <source>Dice</source>
   <translation>Dice</translation>
  </message>
  <message>
   <source>Measured on {where}.</source>
   <translation>Gemessen an {where}.</translation>
  </message>
  <message>
   <source>No score was measured for this model. {n}</source>
   <translation>Für dieses Modell wurde kein Wert gemessen. {n}</translation>
  </message>
  <message>
   <source>Proposes labels</source>
   <translation>Schlägt Labels vor</translation>
  </message>
  <message>
   <source>Retired</source>
   <translation>Außer Dienst</translation>
  </message>
 </context>
 <context>
  <name>ModelsScreen</name>
  <message>
   <source>A folder of labelled cases</source>
   <translation>Ein Ordner mit Fällen mit Labels</translation>
  </message>
  <message>
   <source>Add a shipped model…</source>
   <translation>Mitgeliefertes Modell hinzufügen…</translation>
  </message>
  <message>
   <source>Bring back</source>
   <translation>Zurückholen</translation>
  </message>
  <message>
   <source>Bring it back first.</source>
   <translation>Holen Sie es zuerst zurück.</translation>
  </message>
  <message>
   <source>Check</source>
   <translation>Prüfen</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>Exportieren…</translation>
  </message>
  <message>
   <source>Import a model…</source>
   <translation>Modell importieren…</translation>
  </message>
  <message>
   <source>It does so already.</source>
   <translation>Es schlägt bereits vor.</translation>
  </message>
  <message>
   <source>Let another model propose first.</source>
   <translation>Lassen Sie zuerst ein anderes Modell vorschlagen.</translation>
  </message>
  <message>
   <source>Let it propose</source>
   <translation>Vorschlagen lassen</translation>
  </message>
  <message>
   <source>Make small…</source>
   <translation>Verkleinern…</translation>
  </message>
  <message>
   <source>No model has been chosen to propose labels</source>
   <translation>Kein Modell wurde gewählt, um Labels vorzuschlagen</translation>
  </message>
  <message>
   <source>On this computer</source>
   <translation>Auf diesem Computer</translation>
  </message>
  <message>
   <source>Retire</source>
   <translation>Außer Dienst</translation>
  </message>
  <message>
   <source>Scores…</source>
   <translation>Werte…</translation>
  </message>
  <message>
   <source>Show it</source>
   <translation>Zeigen</translation>
  </message>
  <message>
   <source>The trainable weights of this model are not on this computer.</source>
   <translation>Die trainierbaren Gewichte dieses Modells sind nicht auf diesem Computer.</translation>
  </message>
  <message>
   <source>The training has made a new model: {name} {n}. It proposes once you choose “Let it propose”.</source>
   <translation>Das Training hat ein neues Modell gemacht: {name} {n}. Es schlägt vor, sobald Sie „Vorschlagen lassen“ wählen.</translation>
  </message>
  <message>
   <source>Trusted signers…</source>
   <translation>Vertraute Unterzeichner…</translation>
  </message>
  <message>
   <source>{name} was made. {gate}</source>
   <translation>{name} wurde gemacht. {gate}</translation>
  </message>
  <message>
   <source>{name} {n} proposes labels</source>
   <translation>{name} {n} schlägt Labels vor</translation>
  </message>
 </context>
 <context>
  <name>NativeDialog</name>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Each scan on its own grid, with the labels brought there as an export does. Nothing is painted.</source>
   <translation>Jeder Scan auf seinem eigenen Raster, mit den Labels dorthin gebracht wie beim Export. Hier wird nicht gemalt.</translation>
  </message>
  <message>
   <source>Fit the pictures</source>
   <translation>Bilder einpassen</translation>
  </message>
  <message>
   <source>Labels: version {n} by {who}</source>
   <translation>Labels: Version {n} von {who}</translation>
  </message>
  <message>
   <source>Nothing is labelled yet.</source>
   <translation>Noch ist nichts mit Labels versehen.</translation>
  </message>
  <message>
   <source>Reading…</source>
   <translation>Wird gelesen…</translation>
  </message>
  <message>
   <source>Scan</source>
   <translation>Scan</translation>
  </message>
  <message>
   <source>This scan</source>
   <translation>Dieser Scan</translation>
  </message>
  <message>
   <source>{a:.2f} × {b:.2f} × {c:.2f} mm each</source>
   <translation>je {a:.2f} × {b:.2f} × {c:.2f} mm</translation>
  </message>
  <message>
   <source>{case} as it was scanned</source>
   <translation>{case}, wie es aufgenommen wurde</translation>
  </message>
  <message>
   <source>{x} × {y} × {z} voxels</source>
   <translation>{x} × {y} × {z} Voxel</translation>
  </message>
 </context>
 <context>
  <name>NodeDialog</name>
  <message>
   <source>Add a PACS</source>
   <translation>PACS hinzufügen</translation>
  </message>
  <message>
   <source>Asking…</source>
   <translation>Anfrage läuft…</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Change a PACS</source>
   <translation>PACS ändern</translation>
  </message>
  <message>
   <source>It answers.</source>
   <translation>Es antwortet.</translation>
  </message>
  <message>
   <source>It is entered, but this computer has no place for its password: it is known until the program is closed. Choose a passphrase in Settings, under Privacy, to keep it.</source>
   <translation>Es ist eingetragen, aber dieser Computer hat keinen Platz für sein Passwort: Es ist bekannt, bis das Programm geschlossen wird. Wählen Sie unter „Einstellungen“, „Datenschutz“ eine Passphrase, um es zu behalten.</translation>
  </message>
  <message>
   <source>Keep</source>
   <translation>Behalten</translation>
  </message>
  <message>
   <source>Test</source>
   <translation>Testen</translation>
  </message>
  <message>
   <source>The test was stopped.</source>
   <translation>Der Test wurde gestoppt.</translation>
  </message>
 </context>
 <context>
  <name>NodeForm</name>
  <message>
   <source>Address</source>
   <translation>Adresse</translation>
  </message>
  <message>
   <source>As IT enters it at the PACS</source>
   <translation>Wie die IT ihn am PACS einträgt</translation>
  </message>
  <message>
   <source>Ask IT</source>
   <translation>Fragen Sie die IT</translation>
  </message>
  <message>
   <source>Computer</source>
   <translation>Computer</translation>
  </message>
  <message>
   <source>Connection</source>
   <translation>Verbindung</translation>
  </message>
  <message>
   <source>DICOM</source>
   <translation>DICOM</translation>
  </message>
  <message>
   <source>DICOMweb</source>
   <translation>DICOMweb</translation>
  </message>
  <message>
   <source>Empty if it asks for none</source>
   <translation>Leer, wenn keiner verlangt wird</translation>
  </message>
  <message>
   <source>Encrypted (TLS)</source>
   <translation>Verschlüsselt (TLS)</translation>
  </message>
  <message>
   <source>Give up after (s)</source>
   <translation>Aufgeben nach (s)</translation>
  </message>
  <message>
   <source>How images come</source>
   <translation>Wie Bilder kommen</translation>
  </message>
  <message>
   <source>If it has one</source>
   <translation>Wenn er eine hat</translation>
  </message>
  <message>
   <source>It sends them to our port (C-MOVE)</source>
   <translation>Es sendet sie an unseren Port (C-MOVE)</translation>
  </message>
  <message>
   <source>It speaks</source>
   <translation>Es spricht</translation>
  </message>
  <message>
   <source>Its AE title</source>
   <translation>Sein AE-Titel</translation>
  </message>
  <message>
   <source>Its port</source>
   <translation>Sein Port</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Name or address</source>
   <translation>Name oder Adresse</translation>
  </message>
  <message>
   <source>Only there may results go under the patient's true name, if you ask for it.</source>
   <translation>Nur dorthin dürfen Ergebnisse unter dem wahren Namen des Patienten gehen, wenn Sie es verlangen.</translation>
  </message>
  <message>
   <source>Our AE title</source>
   <translation>Unser AE-Titel</translation>
  </message>
  <message>
   <source>Our certificate</source>
   <translation>Unser Zertifikat</translation>
  </message>
  <message>
   <source>Our key</source>
   <translation>Unser Schlüssel</translation>
  </message>
  <message>
   <source>Our own PACS: results may bear the patient's name</source>
   <translation>Unser eigenes PACS: Ergebnisse dürfen den Namen des Patienten tragen</translation>
  </message>
  <message>
   <source>Over the same connection (C-GET)</source>
   <translation>Über dieselbe Verbindung (C-GET)</translation>
  </message>
  <message>
   <source>PEM file; empty if IT gave none</source>
   <translation>PEM-Datei; leer, wenn die IT keine gab</translation>
  </message>
  <message>
   <source>Passphrase of our key</source>
   <translation>Passphrase unseres Schlüssels</translation>
  </message>
  <message>
   <source>Password</source>
   <translation>Passwort</translation>
  </message>
  <message>
   <source>Unchanged if left empty</source>
   <translation>Unverändert, wenn leer gelassen</translation>
  </message>
  <message>
   <source>User</source>
   <translation>Benutzer</translation>
  </message>
  <message>
   <source>What you call it, for example Main PACS</source>
   <translation>Wie Sie es nennen, zum Beispiel Haupt-PACS</translation>
  </message>
  <message>
   <source>Who signs its certificate</source>
   <translation>Wer sein Zertifikat unterschreibt</translation>
  </message>
 </context>
 <context>
  <name>NotMadeDialog</name>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Everything else was written.</source>
   <translation>Alles andere wurde geschrieben.</translation>
  </message>
  <message>
   <source>What could not be exported</source>
   <translation>Was nicht exportiert werden konnte</translation>
  </message>
 </context>
 <context>
  <name>NotOpened</name>
  <message>
   <source>Choose a folder…</source>
   <translation>Ordner wählen…</translation>
  </message>
  <message>
   <source>Leave</source>
   <translation>Verlassen</translation>
  </message>
  <message>
   <source>Open another workspace?</source>
   <translation>Anderen Arbeitsbereich öffnen?</translation>
  </message>
  <message>
   <source>Open the usual one</source>
   <translation>Den gewohnten öffnen</translation>
  </message>
  <message>
   <source>The program can be opened on another workspace, or on a new one in an empty folder.</source>
   <translation>Das Programm kann mit einem anderen Arbeitsbereich geöffnet werden oder mit einem neuen in einem leeren Ordner.</translation>
  </message>
  <message>
   <source>The recovery file of this workspace</source>
   <translation>Die Wiederherstellungsdatei dieses Arbeitsbereichs</translation>
  </message>
  <message>
   <source>Use the recovery file…</source>
   <translation>Wiederherstellungsdatei benutzen…</translation>
  </message>
 </context>
 <context>
  <name>NothingHere</name>
  <message>
   <source>A patient's number waits for your word</source>
   <translation>Eine Patientennummer wartet auf Ihr Wort</translation>
  </message>
  <message>
   <source>Every imported case has its four contrasts. Choose a case at the left to look at its series again.</source>
   <translation>Jeder importierte Fall hat seine vier Sequenzen. Wählen Sie links einen Fall, um seine Serien noch einmal anzusehen.</translation>
  </message>
  <message>
   <source>Go to the cases</source>
   <translation>Zu den Fällen</translation>
  </message>
  <message>
   <source>It stands for several people. Say at the left whether they are one patient.</source>
   <translation>Sie steht für mehrere Personen. Sagen Sie links, ob es ein Patient ist.</translation>
  </message>
  <message>
   <source>Looking at the files</source>
   <translation>Dateien ansehen</translation>
  </message>
  <message>
   <source>Nothing could be used</source>
   <translation>Nichts war verwendbar</translation>
  </message>
  <message>
   <source>Nothing waits for you here</source>
   <translation>Hier wartet nichts auf Sie</translation>
  </message>
  <message>
   <source>Nothing was imported</source>
   <translation>Es wurde nichts importiert</translation>
  </message>
  <message>
   <source>The patients that are found appear here. You may go on elsewhere meanwhile.</source>
   <translation>Die gefundenen Patienten erscheinen hier. Sie können inzwischen anderswo weiterarbeiten.</translation>
  </message>
  <message>
   <source>What is wrong with each file stands at the left, with what to do about it.</source>
   <translation>Was mit jeder Datei nicht stimmt, steht links, und was zu tun ist.</translation>
  </message>
  <message>
   <source>Why?</source>
   <translation>Warum?</translation>
  </message>
 </context>
 <context>
  <name>Notice</name>
  <message>
   <source>Close this note</source>
   <translation>Diesen Hinweis schließen</translation>
  </message>
 </context>
 <context>
  <name>NudgeDesk</name>
  <message>
   <source>Back to the board</source>
   <translation>Zurück zur Übersicht</translation>
  </message>
  <message>
   <source>Back to the computed one</source>
   <translation>Zurück zur berechneten</translation>
  </message>
  <message>
   <source>Both images are being read.</source>
   <translation>Beide Bilder werden gelesen.</translation>
  </message>
  <message>
   <source>Colours</source>
   <translation>Farben</translation>
  </message>
  <message>
   <source>Drag to push, drag with the right button to turn, wheel for slices, arrow keys for half a mm.</source>
   <translation>Ziehen schiebt, Ziehen mit der rechten Taste dreht, das Rad wechselt Schichten, Pfeiltasten bewegen um einen halben mm.</translation>
  </message>
  <message>
   <source>Edges</source>
   <translation>Kanten</translation>
  </message>
  <message>
   <source>Edges of the image that stays, over the one you push: they should lie on one another.</source>
   <translation>Kanten des ruhenden Bildes über dem, das Sie schieben: Sie sollten aufeinanderliegen.</translation>
  </message>
  <message>
   <source>How the images are laid over one another</source>
   <translation>Wie die Bilder übereinandergelegt werden</translation>
  </message>
  <message>
   <source>Likeness: {value} (more is better)</source>
   <translation>Ähnlichkeit: {value} (mehr ist besser)</translation>
  </message>
  <message>
   <source>Opening…</source>
   <translation>Wird geöffnet…</translation>
  </message>
  <message>
   <source>Placed by the program.</source>
   <translation>Vom Programm gelegt.</translation>
  </message>
  <message>
   <source>Placed by {who}, {when}.</source>
   <translation>Gelegt von {who}, {when}.</translation>
  </message>
  <message>
   <source>Squares</source>
   <translation>Felder</translation>
  </message>
  <message>
   <source>Squares of both images in turn: skull and ventricles should run on from square to square.</source>
   <translation>Felder beider Bilder im Wechsel: Schädel und Ventrikel sollten von Feld zu Feld weiterlaufen.</translation>
  </message>
  <message>
   <source>The image that stays is orange, the one you push blue: where both agree, the picture is grey.</source>
   <translation>Das ruhende Bild ist orange, das geschobene blau: Wo beide übereinstimmen, ist das Bild grau.</translation>
  </message>
  <message>
   <source>The labels go along as a new version, which wants another look.</source>
   <translation>Die Labels gehen als neue Version mit, die noch einmal angesehen werden will.</translation>
  </message>
  <message>
   <source>Undo my pushes</source>
   <translation>Meine Verschiebungen zurücknehmen</translation>
  </message>
  <message>
   <source>Use this position</source>
   <translation>Diese Lage verwenden</translation>
  </message>
  <message>
   <source>before: {value}</source>
   <translation>vorher: {value}</translation>
  </message>
  <message>
   <source>the SRI24 atlas</source>
   <translation>dem SRI24-Atlas</translation>
  </message>
  <message>
   <source>{moving} on {fixed}, {case}</source>
   <translation>{moving} auf {fixed}, {case}</translation>
  </message>
 </context>
 <context>
  <name>NudgePane</name>
  <message>
   <source>Arrow keys push, Ctrl and left or right turn, Page Up and Page Down change the slice.</source>
   <translation>Pfeiltasten schieben, Strg und links oder rechts dreht, Bild auf und Bild ab wechseln die Schicht.</translation>
  </message>
  <message>
   <source>Axial</source>
   <translation>Axial</translation>
  </message>
  <message>
   <source>Coronal</source>
   <translation>Koronal</translation>
  </message>
  <message>
   <source>Overlay, {plane}</source>
   <translation>Überlagerung, {plane}</translation>
  </message>
  <message>
   <source>Sagittal</source>
   <translation>Sagittal</translation>
  </message>
 </context>
 <context>
  <name>ObliquePane</name>
  <message>
   <source>Oblique slice</source>
   <translation>Schräge Schicht</translation>
  </message>
  <message>
   <source>Oblique, {angle}° off axial</source>
   <translation>Schräg, {angle}° von axial</translation>
  </message>
 </context>
 <context>
  <name>ObliqueView</name>
  <message>
   <source>Arrow keys turn it, Page up and Page down go on, Home turns it back.</source>
   <translation>Pfeiltasten drehen, Bild auf und Bild ab gehen weiter, Pos1 dreht zurück.</translation>
  </message>
 </context>
 <context>
  <name>Operations</name>
  <message>
   <source>Grown from seeds</source>
   <translation>Aus Keimen gewachsen</translation>
  </message>
  <message>
   <source>Holes filled</source>
   <translation>Löcher gefüllt</translation>
  </message>
  <message>
   <source>Interpolation</source>
   <translation>Interpolation</translation>
  </message>
  <message>
   <source>Island kept</source>
   <translation>Insel behalten</translation>
  </message>
  <message>
   <source>Island removed</source>
   <translation>Insel entfernt</translation>
  </message>
  <message>
   <source>Largest island kept</source>
   <translation>Größte Insel behalten</translation>
  </message>
  <message>
   <source>No island of this label is that small.</source>
   <translation>Keine Insel dieses Labels ist so klein.</translation>
  </message>
  <message>
   <source>Nothing changed: it is so already, or the paint-over rules forbid it.</source>
   <translation>Nichts geändert: Es ist schon so, oder die Übermal-Regeln verbieten es.</translation>
  </message>
  <message>
   <source>Nothing grew. Draw a stroke of each label in a slice or two first: they are the seeds.</source>
   <translation>Nichts ist gewachsen. Zeichnen Sie zuerst einen Strich jedes Labels in einer oder zwei Schichten: Sie sind die Keime.</translation>
  </message>
  <message>
   <source>Small islands removed</source>
   <translation>Kleine Inseln entfernt</translation>
  </message>
  <message>
   <source>Smoothing</source>
   <translation>Glättung</translation>
  </message>
  <message>
   <source>The labels were changed meanwhile. Ask for it again.</source>
   <translation>Die Labels wurden inzwischen geändert. Fordern Sie es erneut an.</translation>
  </message>
  <message>
   <source>There is no gap to fill: draw the label in some slices and leave those between them empty.</source>
   <translation>Es gibt keine Lücke zu füllen: Zeichnen Sie das Label in einigen Schichten und lassen Sie die dazwischen leer.</translation>
  </message>
  <message>
   <source>There is no label under the mouse: click an island.</source>
   <translation>Unter der Maus ist kein Label: Klicken Sie eine Insel an.</translation>
  </message>
  <message>
   <source>There is nothing of this label to smooth.</source>
   <translation>Von diesem Label gibt es nichts zu glätten.</translation>
  </message>
  <message>
   <source>There is nothing to remove.</source>
   <translation>Es gibt nichts zu entfernen.</translation>
  </message>
  <message>
   <source>This label has no hole there.</source>
   <translation>Dieses Label hat dort kein Loch.</translation>
  </message>
  <message>
   <source>This label has no other piece.</source>
   <translation>Dieses Label hat kein anderes Stück.</translation>
  </message>
  <message>
   <source>This label is one piece, or none.</source>
   <translation>Dieses Label ist ein Stück oder keines.</translation>
  </message>
 </context>
 <context>
  <name>OwnedPage</name>
  <message>
   <source>Heard at {time}.</source>
   <translation>Gehört um {time}.</translation>
  </message>
  <message>
   <source>Mean Dice of the common model</source>
   <translation>Mittlerer Dice des gemeinsamen Modells</translation>
  </message>
  <message>
   <source>Rounds</source>
   <translation>Runden</translation>
  </message>
  <message>
   <source>Sites</source>
   <translation>Standorte</translation>
  </message>
  <message>
   <source>Start it where it is to stand: fets-desktop aggregator start FOLDER.</source>
   <translation>Starten Sie ihn dort, wo er stehen soll: fets-desktop aggregator start ORDNER.</translation>
  </message>
  <message>
   <source>by the rounds behind it</source>
   <translation>nach den Runden dahinter</translation>
  </message>
  <message>
   <source>none yet</source>
   <translation>noch keine</translation>
  </message>
  <message>
   <source>round {n} of {all}</source>
   <translation>Runde {n} von {all}</translation>
  </message>
  <message>
   <source>training sites</source>
   <translation>trainierende Standorte</translation>
  </message>
  <message>
   <source>validating sites</source>
   <translation>validierende Standorte</translation>
  </message>
  <message>
   <source>{name} cannot be read</source>
   <translation>{name} ist nicht lesbar</translation>
  </message>
  <message>
   <source>{name}: {n} of {all} sites have reported in this round.</source>
   <translation>{name}: In dieser Runde haben {n} von {all} Standorten berichtet.</translation>
  </message>
  <message>
   <source>{n} of {all} rounds</source>
   <translation>{n} von {all} Runden</translation>
  </message>
 </context>
 <context>
  <name>OwnerView</name>
  <message>
   <source>Founded here</source>
   <translation>Hier gegründet</translation>
  </message>
  <message>
   <source>This site's part</source>
   <translation>Teil dieses Standorts</translation>
  </message>
 </context>
 <context>
  <name>PackageFlow</name>
  <message>
   <source>All files</source>
   <translation>Alle Dateien</translation>
  </message>
  <message>
   <source>Choose a package</source>
   <translation>Paket wählen</translation>
  </message>
  <message>
   <source>One package is taken in at a time; {left} let lie.</source>
   <translation>Es wird ein Paket auf einmal übernommen; liegen gelassen: {left}.</translation>
  </message>
  <message>
   <source>Open {case}</source>
   <translation>{case} öffnen</translation>
  </message>
  <message>
   <source>Review packages</source>
   <translation>Prüfpakete</translation>
  </message>
  <message>
   <source>Write the package</source>
   <translation>Paket schreiben</translation>
  </message>
  <message>
   <source>{case} lies encrypted in {file}.</source>
   <translation>{case} liegt verschlüsselt in {file}.</translation>
  </message>
 </context>
 <context>
  <name>PacsQuery</name>
  <message>
   <source>Asking…</source>
   <translation>Anfrage läuft…</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Datum</translation>
  </message>
  <message>
   <source>Description</source>
   <translation>Beschreibung</translation>
  </message>
  <message>
   <source>Examined since</source>
   <translation>Untersucht seit</translation>
  </message>
  <message>
   <source>Family name</source>
   <translation>Nachname</translation>
  </message>
  <message>
   <source>Fetch</source>
   <translation>Holen</translation>
  </message>
  <message>
   <source>From the PACS</source>
   <translation>Aus dem PACS</translation>
  </message>
  <message>
   <source>Images</source>
   <translation>Bilder</translation>
  </message>
  <message>
   <source>Its beginning</source>
   <translation>Sein Anfang</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Art</translation>
  </message>
  <message>
   <source>Kinds</source>
   <translation>Arten</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>No PACS is entered yet: see Settings, Hospital network.</source>
   <translation>Noch ist kein PACS eingetragen: siehe Einstellungen, „Kliniknetz“.</translation>
  </message>
  <message>
   <source>No.</source>
   <translation>Nr.</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>PACS</source>
   <translation>PACS</translation>
  </message>
  <message>
   <source>Patient's number</source>
   <translation>Patientennummer</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>Suchen</translation>
  </message>
  <message>
   <source>Series of the chosen study</source>
   <translation>Serien der gewählten Untersuchung</translation>
  </message>
  <message>
   <source>Series of the chosen study: all are fetched unless some are chosen</source>
   <translation>Serien der gewählten Untersuchung: Alle werden geholt, wenn keine gewählt sind</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Stopp</translation>
  </message>
  <message>
   <source>Stopped.</source>
   <translation>Gestoppt.</translation>
  </message>
  <message>
   <source>Studies</source>
   <translation>Untersuchungen</translation>
  </message>
  <message>
   <source>Until</source>
   <translation>Bis</translation>
  </message>
  <message>
   <source>Words in the description</source>
   <translation>Wörter in der Beschreibung</translation>
  </message>
  <message>
   <source>Write dates as 2026-01-31 or 31.1.2026.</source>
   <translation>Schreiben Sie Daten als 2026-01-31 oder 31.1.2026.</translation>
  </message>
  <message>
   <source>any</source>
   <translation>beliebig</translation>
  </message>
 </context>
 <context>
  <name>Painting</name>
  <message>
   <source>Adaptive brush</source>
   <translation>Angepasster Pinsel</translation>
  </message>
  <message>
   <source>Brush</source>
   <translation>Pinsel</translation>
  </message>
  <message>
   <source>Eraser</source>
   <translation>Radierer</translation>
  </message>
  <message>
   <source>Threshold brush</source>
   <translation>Schwellenpinsel</translation>
  </message>
 </context>
 <context>
  <name>Pane</name>
  <message>
   <source>Axial</source>
   <translation>Axial</translation>
  </message>
  <message>
   <source>Coronal</source>
   <translation>Koronal</translation>
  </message>
  <message>
   <source>Sagittal</source>
   <translation>Sagittal</translation>
  </message>
  <message>
   <source>Slices, {plane}</source>
   <translation>Schichten, {plane}</translation>
  </message>
  <message>
   <source>T1Gd − T1</source>
   <translation>T1Gd − T1</translation>
  </message>
  <message>
   <source>W {width}   L {level}</source>
   <translation>W {width}   L {level}</translation>
  </message>
 </context>
 <context>
  <name>PassphraseDialog</name>
  <message>
   <source>At least {n} characters; four words that belong to nobody are better.</source>
   <translation>Mindestens {n} Zeichen; vier Wörter, die zu niemandem gehören, sind besser.</translation>
  </message>
  <message>
   <source>The two are not alike yet.</source>
   <translation>Die beiden sind noch nicht gleich.</translation>
  </message>
 </context>
 <context>
  <name>PemField</name>
  <message>
   <source>Choose a file: {what}</source>
   <translation>Datei wählen: {what}</translation>
  </message>
 </context>
 <context>
  <name>PhiDialog</name>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Copy the list</source>
   <translation>Liste kopieren</translation>
  </message>
  <message>
   <source>Every file, record, journal and log is read; this may take some minutes.</source>
   <translation>Jede Datei, jede Aufzeichnung und jedes Protokoll wird gelesen; das kann einige Minuten dauern.</translation>
  </message>
  <message>
   <source>It was stopped.</source>
   <translation>Sie wurde gestoppt.</translation>
  </message>
  <message>
   <source>Nothing names a patient</source>
   <translation>Nichts nennt einen Patienten</translation>
  </message>
  <message>
   <source>Places that name a patient</source>
   <translation>Stellen, die einen Patienten nennen</translation>
  </message>
  <message>
   <source>Search this workspace for patients' names</source>
   <translation>Diesen Arbeitsbereich nach Patientennamen durchsuchen</translation>
  </message>
  <message>
   <source>Times</source>
   <translation>Anzahl</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>Where</source>
   <translation>Wo</translation>
  </message>
 </context>
 <context>
  <name>PictureMenu</name>
  <message>
   <source>Movie of the slices…</source>
   <translation>Film der Schichten…</translation>
  </message>
  <message>
   <source>Picture of all panes…</source>
   <translation>Bild aller Felder…</translation>
  </message>
  <message>
   <source>Picture of the pane…</source>
   <translation>Bild des Felds…</translation>
  </message>
 </context>
 <context>
  <name>Pictures</name>
  <message>
   <source>Save a picture</source>
   <translation>Bild speichern</translation>
  </message>
  <message>
   <source>The movie is saved as {file}.</source>
   <translation>Der Film ist gespeichert als {file}.</translation>
  </message>
  <message>
   <source>The picture is saved as {file}.</source>
   <translation>Das Bild ist gespeichert als {file}.</translation>
  </message>
  <message>
   <source>labels version {n}</source>
   <translation>Labels Version {n}</translation>
  </message>
  <message>
   <source>no labels yet</source>
   <translation>noch keine Labels</translation>
  </message>
  <message>
   <source>{version}, edited</source>
   <translation>{version}, geändert</translation>
  </message>
 </context>
 <context>
  <name>PlanCard</name>
  <message>
   <source>Is it really the owner's? Telephone them, and compare this fingerprint:</source>
   <translation>Ist er wirklich vom Inhaber? Rufen Sie an und vergleichen Sie diesen Fingerabdruck:</translation>
  </message>
  <message>
   <source>The owner's fingerprint</source>
   <translation>Fingerabdruck des Inhabers</translation>
  </message>
  <message>
   <source>The plan</source>
   <translation>Der Plan</translation>
  </message>
 </context>
 <context>
  <name>PointRows</name>
  <message>
   <source>Case</source>
   <translation>Fall</translation>
  </message>
  <message>
   <source>Change WT / ET</source>
   <translation>Änderung WT / ET</translation>
  </message>
  <message>
   <source>Days</source>
   <translation>Tage</translation>
  </message>
  <message>
   <source>ET cm³</source>
   <translation>ET cm³</translation>
  </message>
  <message>
   <source>Labels</source>
   <translation>Labels</translation>
  </message>
  <message>
   <source>Scan date</source>
   <translation>Scandatum</translation>
  </message>
  <message>
   <source>Show {case}</source>
   <translation>{case} zeigen</translation>
  </message>
  <message>
   <source>TC cm³</source>
   <translation>TC cm³</translation>
  </message>
  <message>
   <source>WT cm³</source>
   <translation>WT cm³</translation>
  </message>
 </context>
 <context>
  <name>PreflightCard</name>
  <message>
   <source>3  Look, then join</source>
   <translation>3  Ansehen, dann beitreten</translation>
  </message>
  <message>
   <source>All is well so far. What a round takes is being measured; joining need not wait.</source>
   <translation>Bisher ist alles in Ordnung. Was eine Runde dauert, wird gerade gemessen; der Beitritt muss darauf nicht warten.</translation>
  </message>
  <message>
   <source>All is well.</source>
   <translation>Alles ist gut.</translation>
  </message>
  <message>
   <source>Join the federation</source>
   <translation>Der Föderation beitreten</translation>
  </message>
  <message>
   <source>Joining agrees to the plan above. You can pause or leave at any time.</source>
   <translation>Mit dem Beitritt stimmen Sie dem Plan oben zu. Sie können jederzeit anhalten oder verlassen.</translation>
  </message>
  <message>
   <source>Look again</source>
   <translation>Noch einmal sehen</translation>
  </message>
  <message>
   <source>Look whether all is well</source>
   <translation>Sehen, ob alles gut ist</translation>
  </message>
  <message>
   <source>Looking: it reaches for the server, which takes a few seconds.</source>
   <translation>Es wird nachgesehen: Der Server wird angesprochen, das dauert einige Sekunden.</translation>
  </message>
  <message>
   <source>Server, clock, certificates, disk, memory and cases are looked at, and what a round takes here is measured. Nothing of a case is sent.</source>
   <translation>Server, Uhr, Zertifikate, Festplatte, Arbeitsspeicher und Fälle werden angesehen, und es wird gemessen, was eine Runde hier dauert. Von keinem Fall wird etwas gesendet.</translation>
  </message>
 </context>
 <context>
  <name>PrepareScreen</name>
  <message>
   <source>Cases and steps</source>
   <translation>Fälle und Schritte</translation>
  </message>
  <message>
   <source>Import patients</source>
   <translation>Patienten importieren</translation>
  </message>
  <message>
   <source>Nothing to prepare yet</source>
   <translation>Noch nichts vorzubereiten</translation>
  </message>
  <message>
   <source>Nothing waits</source>
   <translation>Nichts wartet</translation>
  </message>
  <message>
   <source>Prepare</source>
   <translation>Vorbereiten</translation>
  </message>
  <message>
   <source>Preparing brings a case's four series onto one grid in the space of the SRI24 atlas and finds the brain. It begins when a case's contrasts are certain.</source>
   <translation>Das Vorbereiten bringt die vier Serien eines Falls auf ein Raster im Raum des SRI24-Atlas und findet das Gehirn. Es beginnt, wenn die Sequenzen eines Falls feststehen.</translation>
  </message>
  <message>
   <source>Show all cases again</source>
   <translation>Wieder alle Fälle zeigen</translation>
  </message>
  <message>
   <source>Show only these cases</source>
   <translation>Nur diese Fälle zeigen</translation>
  </message>
  <message>
   <source>{d} of {n} cases prepared</source>
   <translation>{d} von {n} Fällen vorbereitet</translation>
  </message>
 </context>
 <context>
  <name>PrivacyChoice</name>
  <message>
   <source> % of the model</source>
   <translation> % des Modells</translation>
  </message>
  <message>
   <source> times that</source>
   <translation> mal so viel</translation>
  </message>
  <message>
   <source>Cut and blur what leaves (differential privacy)</source>
   <translation>Was hinausgeht, beschneiden und verwischen (Differential Privacy)</translation>
  </message>
  <message>
   <source>Largest change</source>
   <translation>Größte Änderung</translation>
  </message>
  <message>
   <source>Noise</source>
   <translation>Rauschen</translation>
  </message>
 </context>
 <context>
  <name>PrivacyPanel</name>
  <message>
   <source>Change the passphrase…</source>
   <translation>Passphrase ändern…</translation>
  </message>
  <message>
   <source>Closes the table until the passphrase is given again</source>
   <translation>Schließt die Tabelle, bis die Passphrase wieder angegeben wird</translation>
  </message>
  <message>
   <source>Keep a table…</source>
   <translation>Tabelle führen…</translation>
  </message>
  <message>
   <source>Key</source>
   <translation>Schlüssel</translation>
  </message>
  <message>
   <source>Lock</source>
   <translation>Sperren</translation>
  </message>
  <message>
   <source>Reads every byte of this workspace and lists where something names a patient.</source>
   <translation>Liest jedes Byte dieses Arbeitsbereichs und führt auf, wo etwas einen Patienten nennt.</translation>
  </message>
  <message>
   <source>Search for patients' names…</source>
   <translation>Nach Patientennamen suchen…</translation>
  </message>
  <message>
   <source>Table</source>
   <translation>Tabelle</translation>
  </message>
  <message>
   <source>Unlock…</source>
   <translation>Entsperren…</translation>
  </message>
 </context>
 <context>
  <name>ProgressRow</name>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Cancel: {title}</source>
   <translation>Abbrechen: {title}</translation>
  </message>
  <message>
   <source>Why did it fail?</source>
   <translation>Warum fehlgeschlagen?</translation>
  </message>
 </context>
 <context>
  <name>PublishLine</name>
  <message>
   <source>A folder of labelled cases</source>
   <translation>Ein Ordner mit Fällen mit Labels</translation>
  </message>
  <message>
   <source>Show it under Models</source>
   <translation>Unter „Modelle“ zeigen</translation>
  </message>
  <message>
   <source>Take it over…</source>
   <translation>Übernehmen…</translation>
  </message>
  <message>
   <source>The model with {n} round behind it is the best so far, by {why}.</source>
   <translation>Das Modell mit {n} Runde dahinter ist bisher das beste, nach {why}.</translation>
  </message>
  <message>
   <source>The model with {n} rounds behind it is the best so far, by {why}.</source>
   <translation>Das Modell mit {n} Runden dahinter ist bisher das beste, nach {why}.</translation>
  </message>
  <message>
   <source>{words} In 8 bits it lost too much: it is here in 32, as {model}, and Segment offers it.</source>
   <translation>{words} In 8 Bit verlor es zu viel: Es ist in 32 Bit hier, als {model}, und „Segmentieren“ bietet es an.</translation>
  </message>
  <message>
   <source>{words} It is being made small and judged.</source>
   <translation>{words} Es wird gerade verkleinert und beurteilt.</translation>
  </message>
  <message>
   <source>{words} It is here as {model}, and Segment offers it.</source>
   <translation>{words} Es ist hier als {model}, und „Segmentieren“ bietet es an.</translation>
  </message>
 </context>
 <context>
  <name>Rail</name>
  <message>
   <source>Fold or unfold the rail (Ctrl+B)</source>
   <translation>Leiste ein- oder ausklappen (Ctrl+B)</translation>
  </message>
  <message>
   <source>Places</source>
   <translation>Orte</translation>
  </message>
 </context>
 <context>
  <name>RailButton</name>
  <message>
   <source>{place}, {n} waiting</source>
   <translation>{place}, {n} wartet</translation>
  </message>
 </context>
 <context>
  <name>Readers</name>
  <message>
   <source>Adjudication of versions {a} and {b}</source>
   <translation>Adjudikation der Versionen {a} und {b}</translation>
  </message>
  <message>
   <source>Second reading: what others drew is hidden until you finish.</source>
   <translation>Zweitbefundung: Was andere gezeichnet haben, bleibt verborgen, bis Sie abschließen.</translation>
  </message>
  <message>
   <source>The second reading is finished: version {n}.</source>
   <translation>Die Zweitbefundung ist abgeschlossen: Version {n}.</translation>
  </message>
  <message>
   <source>The second reading is given up.</source>
   <translation>Die Zweitbefundung ist aufgegeben.</translation>
  </message>
  <message>
   <source>Version {old} is restored, as version {new}.</source>
   <translation>Version {old} ist wiederhergestellt, als Version {new}.</translation>
  </message>
  <message>
   <source>You start from version {a}. Under Checks stands where version {b} differs; a click on a hatched region takes it over.</source>
   <translation>Sie gehen von Version {a} aus. Unter „Prüfpunkte“ steht, wo sich Version {b} unterscheidet; ein Klick auf eine schraffierte Region übernimmt sie.</translation>
  </message>
 </context>
 <context>
  <name>RestoreDialog</name>
  <message>
   <source>Bring a backup back</source>
   <translation>Sicherung zurückholen</translation>
  </message>
  <message>
   <source>Bring it back</source>
   <translation>Zurückholen</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>It is brought back into a new folder, and everything in it is checked. This workspace stays as it is.</source>
   <translation>Sie wird in einen neuen Ordner zurückgeholt, und alles darin wird geprüft. Dieser Arbeitsbereich bleibt, wie er ist.</translation>
  </message>
  <message>
   <source>It was stopped. What was brought back so far is no workspace; begin again to go on.</source>
   <translation>Es wurde gestoppt. Was bisher zurückgeholt wurde, ist kein Arbeitsbereich; beginnen Sie erneut, um weiterzumachen.</translation>
  </message>
  <message>
   <source>Open it</source>
   <translation>Öffnen</translation>
  </message>
  <message>
   <source>Passphrase</source>
   <translation>Passphrase</translation>
  </message>
  <message>
   <source>The backup's folder</source>
   <translation>Der Ordner der Sicherung</translation>
  </message>
  <message>
   <source>The passphrase that it was encrypted with</source>
   <translation>Die Passphrase, mit der sie verschlüsselt wurde</translation>
  </message>
  <message>
   <source>Where to</source>
   <translation>Wohin</translation>
  </message>
 </context>
 <context>
  <name>ReviewCases</name>
  <message>
   <source>All statuses</source>
   <translation>Jeder Status</translation>
  </message>
  <message>
   <source>Assigned to me</source>
   <translation>Mir zugewiesen</translation>
  </message>
  <message>
   <source>Cases</source>
   <translation>Fälle</translation>
  </message>
  <message>
   <source>Cases to review</source>
   <translation>Zu prüfende Fälle</translation>
  </message>
  <message>
   <source>Find case</source>
   <translation>Fall suchen</translation>
  </message>
  <message>
   <source>Flagged</source>
   <translation>Gekennzeichnet</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>cm³</source>
   <translation>cm³</translation>
  </message>
  <message>
   <source>{a} of {n} approved</source>
   <translation>{a} von {n} freigegeben</translation>
  </message>
 </context>
 <context>
  <name>ReviewExport</name>
  <message>
   <source>Export…</source>
   <translation>Exportieren…</translation>
  </message>
 </context>
 <context>
  <name>ReviewPanel</name>
  <message>
   <source>Approve case</source>
   <translation>Fall freigeben</translation>
  </message>
  <message>
   <source>Approved</source>
   <translation>Freigegeben</translation>
  </message>
  <message>
   <source>Every edit is saved</source>
   <translation>Jede Änderung ist gesichert</translation>
  </message>
  <message>
   <source>Finish the reading</source>
   <translation>Befundung abschließen</translation>
  </message>
  <message>
   <source>Flag a problem</source>
   <translation>Problem kennzeichnen</translation>
  </message>
  <message>
   <source>Give the reading up…</source>
   <translation>Befundung aufgeben…</translation>
  </message>
  <message>
   <source>No changes yet</source>
   <translation>Noch keine Änderungen</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>Note on the labels</source>
   <translation>Notiz zu den Labels</translation>
  </message>
  <message>
   <source>Optional. Stays with the labels.</source>
   <translation>Freiwillig. Bleibt bei den Labels.</translation>
  </message>
  <message>
   <source>Remove flag</source>
   <translation>Kennzeichen entfernen</translation>
  </message>
  <message>
   <source>Saved {time}</source>
   <translation>Gespeichert {time}</translation>
  </message>
  <message>
   <source>Say what is wrong (Ctrl+Shift+F)</source>
   <translation>Sagen, was nicht stimmt (Ctrl+Shift+F)</translation>
  </message>
  <message>
   <source>Sign the labels off (Ctrl+Return)</source>
   <translation>Labels freigeben (Ctrl+Return)</translation>
  </message>
  <message>
   <source>Versions…</source>
   <translation>Versionen…</translation>
  </message>
 </context>
 <context>
  <name>ReviewScreen</name>
  <message>
   <source>Edits that no version holds yet are thrown away; versions that were saved stay.</source>
   <translation>Änderungen, die noch keine Version enthält, werden verworfen; gespeicherte Versionen bleiben.</translation>
  </message>
  <message>
   <source>Give it up</source>
   <translation>Aufgeben</translation>
  </message>
  <message>
   <source>Give the second reading up?</source>
   <translation>Zweitbefundung aufgeben?</translation>
  </message>
  <message>
   <source>No other case waits for review.</source>
   <translation>Kein weiterer Fall wartet auf Prüfung.</translation>
  </message>
  <message>
   <source>The file's labels are shown now, read as {scheme}.</source>
   <translation>Die Labels der Datei werden jetzt gezeigt, gelesen als {scheme}.</translation>
  </message>
  <message>
   <source>{case} is approved.</source>
   <translation>{case} ist freigegeben.</translation>
  </message>
 </context>
 <context>
  <name>ReviewTools</name>
  <message>
   <source>Fit the panes</source>
   <translation>Felder einpassen</translation>
  </message>
  <message>
   <source>History of edits</source>
   <translation>Verlauf der Änderungen</translation>
  </message>
  <message>
   <source>Keys and mouse (?)</source>
   <translation>Tasten und Maus (?)</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>Wiederholen</translation>
  </message>
  <message>
   <source>Show or hide the cases</source>
   <translation>Fälle ein- oder ausblenden</translation>
  </message>
  <message>
   <source>Show {contrast}</source>
   <translation>{contrast} zeigen</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
 </context>
 <context>
  <name>RoundTable</name>
  <message>
   <source>Came</source>
   <translation>Herein</translation>
  </message>
  <message>
   <source>Common Dice</source>
   <translation>Dice gemeinsam</translation>
  </message>
  <message>
   <source>Ended</source>
   <translation>Beendet</translation>
  </message>
  <message>
   <source>Left</source>
   <translation>Hinaus</translation>
  </message>
  <message>
   <source>Loss</source>
   <translation>Verlust</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>Own Dice</source>
   <translation>Dice eigen</translation>
  </message>
  <message>
   <source>Round</source>
   <translation>Runde</translation>
  </message>
  <message>
   <source>Took</source>
   <translation>Dauer</translation>
  </message>
  <message>
   <source>goes on</source>
   <translation>läuft</translation>
  </message>
 </context>
 <context>
  <name>RoundsCard</name>
  <message>
   <source>Rounds</source>
   <translation>Runden</translation>
  </message>
  <message>
   <source>none yet</source>
   <translation>noch keine</translation>
  </message>
 </context>
 <context>
  <name>RulesDialog</name>
  <message>
   <source> (told from others of that name by what may not be shown)</source>
   <translation> (von anderen dieses Namens durch etwas unterschieden, das nicht gezeigt werden darf)</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Rules of this site</source>
   <translation>Regeln dieses Standorts</translation>
  </message>
  <message>
   <source>Series called {name} stand for {contrast}</source>
   <translation>Serien namens {name} stehen für {contrast}</translation>
  </message>
  <message>
   <source>Take away the rule on series called {name}</source>
   <translation>Die Regel zu Serien namens {name} wegnehmen</translation>
  </message>
  <message>
   <source>There are none.</source>
   <translation>Es gibt keine.</translation>
  </message>
  <message>
   <source>Whenever you correct what the program thinks of a series, it remembers the kind of series and goes by your word from then on. A rule that is taken away changes nothing that was imported before.</source>
   <translation>Wenn Sie berichtigen, was das Programm von einer Serie hält, merkt es sich die Art der Serie und richtet sich fortan nach Ihrem Wort. Eine weggenommene Regel ändert nichts, was vorher importiert wurde.</translation>
  </message>
 </context>
 <context>
  <name>ScoreTable</name>
  <message>
   <source>Case</source>
   <translation>Fall</translation>
  </message>
  <message>
   <source>Dice</source>
   <translation>Dice</translation>
  </message>
  <message>
   <source>Difference</source>
   <translation>Differenz</translation>
  </message>
  <message>
   <source>HD95 mm</source>
   <translation>HD95 mm</translation>
  </message>
  <message>
   <source>Lesion Dice</source>
   <translation>Dice je Läsion</translation>
  </message>
  <message>
   <source>Lesion HD95</source>
   <translation>HD95 je Läsion</translation>
  </message>
  <message>
   <source>Other's Dice</source>
   <translation>Dice des anderen</translation>
  </message>
  <message>
   <source>Region</source>
   <translation>Region</translation>
  </message>
  <message>
   <source>Sensitivity</source>
   <translation>Sensitivität</translation>
  </message>
  <message>
   <source>Specificity</source>
   <translation>Spezifität</translation>
  </message>
  <message>
   <source>{case}: open it in Review</source>
   <translation>{case}: unter „Prüfen“ öffnen</translation>
  </message>
 </context>
 <context>
  <name>ScoresChoice</name>
  <message>
   <source>Compared with</source>
   <translation>Verglichen mit</translation>
  </message>
  <message>
   <source>Labels: as the files tell</source>
   <translation>Labels: wie die Dateien sagen</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>Modell</translation>
  </message>
  <message>
   <source>Models</source>
   <translation>Modelle</translation>
  </message>
  <message>
   <source>No approved case is on the validation side of the split.</source>
   <translation>Auf der Validierungsseite der Aufteilung steht kein freigegebener Fall.</translation>
  </message>
  <message>
   <source>One or two models</source>
   <translation>Ein oder zwei Modelle</translation>
  </message>
  <message>
   <source>Score</source>
   <translation>Bewerten</translation>
  </message>
  <message>
   <source>Score models on labelled cases</source>
   <translation>Modelle an Fällen mit Labels bewerten</translation>
  </message>
  <message>
   <source>Score on a folder…</source>
   <translation>An einem Ordner bewerten…</translation>
  </message>
  <message>
   <source>Score on validation cases</source>
   <translation>An Validierungsfällen bewerten</translation>
  </message>
  <message>
   <source>Several, fused</source>
   <translation>Mehrere, fusioniert</translation>
  </message>
  <message>
   <source>Tick two models or more</source>
   <translation>Haken Sie zwei oder mehr Modelle an</translation>
  </message>
  <message>
   <source>What is scored</source>
   <translation>Was bewertet wird</translation>
  </message>
  <message>
   <source>What the folder's labels mean</source>
   <translation>Was die Labels des Ordners bedeuten</translation>
  </message>
  <message>
   <source>beside</source>
   <translation>neben</translation>
  </message>
  <message>
   <source>no other model</source>
   <translation>kein anderes Modell</translation>
  </message>
 </context>
 <context>
  <name>ScoresPage</name>
  <message>
   <source>A folder of labelled cases</source>
   <translation>Ein Ordner mit Fällen mit Labels</translation>
  </message>
  <message>
   <source>Cases, worst first</source>
   <translation>Fälle, schlechteste zuerst</translation>
  </message>
  <message>
   <source>Compared with</source>
   <translation>Verglichen mit</translation>
  </message>
  <message>
   <source>Not scored: {cases}</source>
   <translation>Nicht bewertet: {cases}</translation>
  </message>
  <message>
   <source>Nothing has been scored yet. Score a model on the approved validation cases of this workspace, which no training here has seen, or on a folder of BraTS-named cases with labels.</source>
   <translation>Noch wurde nichts bewertet. Bewerten Sie ein Modell an den freigegebenen Validierungsfällen dieses Arbeitsbereichs, die kein Training hier gesehen hat, oder an einem Ordner mit Fällen unter BraTS-Namen und mit Labels.</translation>
  </message>
  <message>
   <source>Save the scores</source>
   <translation>Werte speichern</translation>
  </message>
  <message>
   <source>Save the scores…</source>
   <translation>Werte speichern…</translation>
  </message>
  <message>
   <source>Scores, worst first</source>
   <translation>Werte, schlechteste zuerst</translation>
  </message>
  <message>
   <source>To look at: {cases}</source>
   <translation>Anzusehen: {cases}</translation>
  </message>
  <message>
   <source>and {n} more</source>
   <translation>und {n} weitere</translation>
  </message>
 </context>
 <context>
  <name>SegmentScreen</name>
  <message>
   <source>A model outlines the tumour in cases that are prepared: four series in, an outline and its volumes out, on this computer and without a network.</source>
   <translation>Ein Modell umreißt den Tumor in vorbereiteten Fällen: vier Serien hinein, ein Umriss und seine Volumina heraus, auf diesem Computer und ohne Netzverbindung.</translation>
  </message>
  <message>
   <source>A proposal is a first version of the labels. A person reviews and approves it; not for diagnostic use.</source>
   <translation>Ein Vorschlag ist eine erste Version der Labels. Eine Person prüft und gibt sie frei; nicht für diagnostische Zwecke.</translation>
  </message>
  <message>
   <source>Every prepared case has labels</source>
   <translation>Jeder vorbereitete Fall hat Labels</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>Exportieren…</translation>
  </message>
  <message>
   <source>Go to Prepare</source>
   <translation>Zu „Vorbereiten“</translation>
  </message>
  <message>
   <source>How many models propose</source>
   <translation>Wie viele Modelle vorschlagen</translation>
  </message>
  <message>
   <source>Import a patient</source>
   <translation>Patienten importieren</translation>
  </message>
  <message>
   <source>Keeps a map of each region, and the slices to look at first.</source>
   <translation>Behält eine Karte jeder Region und die Schichten, die zuerst anzusehen sind.</translation>
  </message>
  <message>
   <source>Mark all</source>
   <translation>Alle markieren</translation>
  </message>
  <message>
   <source>Mark none</source>
   <translation>Keinen markieren</translation>
  </message>
  <message>
   <source>Mark the cases to segment</source>
   <translation>Markieren Sie zuerst Fälle</translation>
  </message>
  <message>
   <source>Mark those without labels</source>
   <translation>Die ohne Labels markieren</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>Modell</translation>
  </message>
  <message>
   <source>Model that segments</source>
   <translation>Modell, das segmentiert</translation>
  </message>
  <message>
   <source>More about the models</source>
   <translation>Mehr über die Modelle</translation>
  </message>
  <message>
   <source>No prepared case yet</source>
   <translation>Noch kein vorbereiteter Fall</translation>
  </message>
  <message>
   <source>One model</source>
   <translation>Ein Modell</translation>
  </message>
  <message>
   <source>Prepared cases</source>
   <translation>Vorbereitete Fälle</translation>
  </message>
  <message>
   <source>Segment</source>
   <translation>Segmentieren</translation>
  </message>
  <message>
   <source>Several, fused</source>
   <translation>Mehrere, fusioniert</translation>
  </message>
  <message>
   <source>Tell where it is undecided</source>
   <translation>Sagen, wo es unentschieden ist</translation>
  </message>
  <message>
   <source>There is no model yet. Import one on the Models screen.</source>
   <translation>Es gibt noch kein Modell. Importieren Sie eines unter „Modelle“.</translation>
  </message>
  <message>
   <source>Tick two models or more</source>
   <translation>Haken Sie zwei oder mehr Modelle an</translation>
  </message>
  <message>
   <source>{name}  (current)</source>
   <translation>{name}  (aktuell)</translation>
  </message>
 </context>
 <context>
  <name>SegmentTable</name>
  <message>
   <source>Case</source>
   <translation>Fall</translation>
  </message>
  <message>
   <source>ET cm³</source>
   <translation>ET cm³</translation>
  </message>
  <message>
   <source>Labels by</source>
   <translation>Labels von</translation>
  </message>
  <message>
   <source>Made</source>
   <translation>Gemacht</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>TC cm³</source>
   <translation>TC cm³</translation>
  </message>
  <message>
   <source>WT cm³</source>
   <translation>WT cm³</translation>
  </message>
 </context>
 <context>
  <name>SendDialog</name>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>It goes under the pseudonym: this PACS is not marked as your own in Settings.</source>
   <translation>Es geht unter dem Pseudonym: Dieses PACS ist in den Einstellungen nicht als Ihr eigenes gekennzeichnet.</translation>
  </message>
  <message>
   <source>No PACS is entered yet: see Settings, Hospital network.</source>
   <translation>Noch ist kein PACS eingetragen: siehe Einstellungen, „Kliniknetz“.</translation>
  </message>
  <message>
   <source>PACS</source>
   <translation>PACS</translation>
  </message>
  <message>
   <source>Report: one page with pictures, volumes and diameters</source>
   <translation>Bericht: eine Seite mit Bildern, Volumina und Durchmessern</translation>
  </message>
  <message>
   <source>Segmentation (DICOM SEG): labels on the patient's own series</source>
   <translation>Segmentierung (DICOM SEG): Labels auf den eigenen Serien des Patienten</translation>
  </message>
  <message>
   <source>Send</source>
   <translation>Senden</translation>
  </message>
  <message>
   <source>Structure set (RTSTRUCT): outlines for radiotherapy planning</source>
   <translation>Struktursatz (RTSTRUCT): Umrisse für die Bestrahlungsplanung</translation>
  </message>
  <message>
   <source>The PACS files it with the patient's other images. That it was sent so stands in the audit.</source>
   <translation>Das PACS legt es zu den anderen Bildern des Patienten. Dass es so gesendet wurde, steht im Protokoll.</translation>
  </message>
  <message>
   <source>The newest approved labels are sent, or the newest proposal. Not for diagnostic use.</source>
   <translation>Gesendet werden die neuesten freigegebenen Labels oder der neueste Vorschlag. Nicht für diagnostische Zwecke.</translation>
  </message>
  <message>
   <source>To</source>
   <translation>An</translation>
  </message>
  <message>
   <source>Under the patient's true name and numbers</source>
   <translation>Unter dem wahren Namen und den Nummern des Patienten</translation>
  </message>
  <message>
   <source>Without it, the results go under the pseudonym.</source>
   <translation>Sonst gehen die Ergebnisse unter dem Pseudonym.</translation>
  </message>
 </context>
 <context>
  <name>SeriesCard</name>
  <message>
   <source>Certain</source>
   <translation>Sicher</translation>
  </message>
  <message>
   <source>Contrast of {title}</source>
   <translation>Sequenz von {title}</translation>
  </message>
  <message>
   <source>DICOM tags of {title}</source>
   <translation>DICOM-Tags von {title}</translation>
  </message>
  <message>
   <source>Likely</source>
   <translation>Wahrscheinlich</translation>
  </message>
  <message>
   <source>None</source>
   <translation>Keine</translation>
  </message>
  <message>
   <source>Not used</source>
   <translation>Nicht verwendet</translation>
  </message>
  <message>
   <source>Nothing in the file says what it is.</source>
   <translation>Nichts in der Datei sagt, was es ist.</translation>
  </message>
  <message>
   <source>Picture of {title}</source>
   <translation>Bild von {title}</translation>
  </message>
  <message>
   <source>Please check</source>
   <translation>Bitte prüfen</translation>
  </message>
  <message>
   <source>Series without a description</source>
   <translation>Serie ohne Beschreibung</translation>
  </message>
  <message>
   <source>The picture comes with the conversion</source>
   <translation>Das Bild kommt mit der Umwandlung</translation>
  </message>
  <message>
   <source>Your choice</source>
   <translation>Ihre Wahl</translation>
  </message>
 </context>
 <context>
  <name>SeriesFactsWords</name>
  <message>
   <source>Series {n}</source>
   <translation>Serie {n}</translation>
  </message>
 </context>
 <context>
  <name>SettingsScreen</name>
  <message>
   <source>A change holds at once, for this workspace</source>
   <translation>Eine Änderung gilt sofort, für diesen Arbeitsbereich</translation>
  </message>
  <message>
   <source>Of letters, buttons and icons, on this computer in every workspace.</source>
   <translation>Von Buchstaben, Schaltflächen und Symbolen, auf diesem Computer in jedem Arbeitsbereich.</translation>
  </message>
  <message>
   <source>Text size</source>
   <translation>Textgröße</translation>
  </message>
  <message>
   <source>Workspace and backup</source>
   <translation>Arbeitsbereich und Sicherung</translation>
  </message>
 </context>
 <context>
  <name>ShareBar</name>
  <message>
   <source>{n} train</source>
   <translation>{n} trainieren</translation>
  </message>
  <message>
   <source>{n} validate</source>
   <translation>{n} validieren</translation>
  </message>
  <message>
   <source>{n} without a side</source>
   <translation>{n} ohne Seite</translation>
  </message>
 </context>
 <context>
  <name>ShippedDialog</name>
  <message>
   <source>Add a shipped model</source>
   <translation>Mitgeliefertes Modell hinzufügen</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Dice: ET {0}, TC {1}, WT {2}, mean {3}</source>
   <translation>Dice: ET {0}, TC {1}, WT {2}, Mittel {3}</translation>
  </message>
  <message>
   <source>Every model that ships is here already.</source>
   <translation>Jedes mitgelieferte Modell ist schon hier.</translation>
  </message>
  <message>
   <source>Take it in</source>
   <translation>Übernehmen</translation>
  </message>
  <message>
   <source>Take {name} in</source>
   <translation>{name} übernehmen</translation>
  </message>
  <message>
   <source>They came with the program and nobody has to vouch for them. None proposes by itself: tick them under Segment, Several, fused, or choose “Let it propose”. What each scored stands here; read it first.</source>
   <translation>Sie kamen mit dem Programm, und niemand muss für sie einstehen. Keines schlägt von selbst vor: Haken Sie sie unter „Segmentieren“, „Mehrere, fusioniert“ an oder wählen Sie „Vorschlagen lassen“. Was jedes erreicht hat, steht hier; lesen Sie es zuerst.</translation>
  </message>
 </context>
 <context>
  <name>SideBySide</name>
  <message>
   <source>A candidate from a file</source>
   <translation>Ein Kandidat aus einer Datei</translation>
  </message>
  <message>
   <source>Candidate taken, {title}</source>
   <translation>Kandidat übernommen, {title}</translation>
  </message>
  <message>
   <source>From a file, {n}</source>
   <translation>Aus einer Datei, {n}</translation>
  </message>
  <message>
   <source>Fusing…</source>
   <translation>Wird fusioniert…</translation>
  </message>
  <message>
   <source>Nothing changed: yours are the same, or the paint-over rules forbid it.</source>
   <translation>Nichts geändert: Ihre sind gleich, oder die Übermal-Regeln verbieten es.</translation>
  </message>
  <message>
   <source>{method} of {n}</source>
   <translation>{method} aus {n}</translation>
  </message>
 </context>
 <context>
  <name>SignersDialog</name>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Models that they have signed are taken in without a question. Whoever is trusted no longer is asked about again; models that were taken in before stay, and can be retired.</source>
   <translation>Modelle, die diese unterzeichnet haben, werden ohne Rückfrage übernommen. Bei wem das Vertrauen endet, wird wieder gefragt; vorher übernommene Modelle bleiben und können außer Dienst gestellt werden.</translation>
  </message>
  <message>
   <source>No longer trust</source>
   <translation>Nicht mehr vertrauen</translation>
  </message>
  <message>
   <source>No longer trust {name}</source>
   <translation>{name} nicht mehr vertrauen</translation>
  </message>
  <message>
   <source>Nobody but this computer is trusted yet.</source>
   <translation>Bisher wird nur diesem Computer vertraut.</translation>
  </message>
  <message>
   <source>This computer has not signed anything yet.</source>
   <translation>Dieser Computer hat noch nichts unterzeichnet.</translation>
  </message>
  <message>
   <source>This computer signs as {own}. Give it to whoever takes in your models.</source>
   <translation>Dieser Computer unterzeichnet als {own}. Geben Sie das an alle, die Ihre Modelle übernehmen.</translation>
  </message>
  <message>
   <source>Trusted signers</source>
   <translation>Vertraute Unterzeichner</translation>
  </message>
  <message>
   <source>Without a name</source>
   <translation>Ohne Namen</translation>
  </message>
  <message>
   <source>since {day}</source>
   <translation>seit {day}</translation>
  </message>
 </context>
 <context>
  <name>SizeChoice</name>
  <message>
   <source>It holds from the next start on.</source>
   <translation>Sie gilt ab dem nächsten Start.</translation>
  </message>
  <message>
   <source>This screen has room for {n} %: the window opens at that.</source>
   <translation>Dieser Bildschirm hat Platz für {n} %: Das Fenster öffnet sich damit.</translation>
  </message>
 </context>
 <context>
  <name>SplitScreen</name>
  <message>
   <source>Add the new cases</source>
   <translation>Neue Fälle hinzufügen</translation>
  </message>
  <message>
   <source>Draw</source>
   <translation>Ziehen</translation>
  </message>
  <message>
   <source>Draw the split</source>
   <translation>Aufteilung ziehen</translation>
  </message>
  <message>
   <source>Every approved case has its side.</source>
   <translation>Jeder freigegebene Fall hat seine Seite.</translation>
  </message>
  <message>
   <source>Frozen while {f} goes on: rounds are compared on the same cases.</source>
   <translation>Eingefroren, solange {f} läuft: Runden werden an denselben Fällen verglichen.</translation>
  </message>
  <message>
   <source>Go to the review</source>
   <translation>Zur Prüfung</translation>
  </message>
  <message>
   <source>New cases get their side when it has ended, or this site has left it.</source>
   <translation>Neue Fälle bekommen ihre Seite, wenn sie beendet ist oder dieser Standort sie verlassen hat.</translation>
  </message>
  <message>
   <source>No approved case yet</source>
   <translation>Noch kein freigegebener Fall</translation>
  </message>
  <message>
   <source>No case stands on this side yet. With more approved cases, some will.</source>
   <translation>Noch steht kein Fall auf dieser Seite. Mit mehr freigegebenen Fällen werden es welche.</translation>
  </message>
  <message>
   <source>Nothing here until the split is drawn.</source>
   <translation>Hier steht nichts, bis die Aufteilung gezogen ist.</translation>
  </message>
  <message>
   <source>Read a split…</source>
   <translation>Aufteilung lesen…</translation>
  </message>
  <message>
   <source>Seed</source>
   <translation>Startwert</translation>
  </message>
  <message>
   <source>Share that trains</source>
   <translation>Anteil, der trainiert</translation>
  </message>
  <message>
   <source>Take the sides of FeTS's train.csv and val.csv</source>
   <translation>Übernimmt die Seiten aus train.csv und val.csv von FeTS</translation>
  </message>
  <message>
   <source>The folder with train.csv and val.csv</source>
   <translation>Der Ordner mit train.csv und val.csv</translation>
  </message>
  <message>
   <source>The split divides approved cases into those a model trains on and those it is scored on. Review and approve cases first.</source>
   <translation>Die Aufteilung teilt freigegebene Fälle in solche, an denen ein Modell trainiert, und solche, an denen es bewertet wird. Prüfen Sie zuerst Fälle und geben Sie sie frei.</translation>
  </message>
  <message>
   <source>Training</source>
   <translation>Training</translation>
  </message>
  <message>
   <source>Validation</source>
   <translation>Validierung</translation>
  </message>
  <message>
   <source>Write it…</source>
   <translation>Schreiben…</translation>
  </message>
  <message>
   <source>Write train.csv and val.csv</source>
   <translation>train.csv und val.csv schreiben</translation>
  </message>
  <message>
   <source>Write train.csv and val.csv, as FeTS has them</source>
   <translation>Schreibt train.csv und val.csv, wie FeTS sie hat</translation>
  </message>
  <message>
   <source>Written to {place}.</source>
   <translation>Geschrieben nach {place}.</translation>
  </message>
  <message>
   <source>empty</source>
   <translation>leer</translation>
  </message>
  <message>
   <source>not drawn yet</source>
   <translation>noch nicht gezogen</translation>
  </message>
  <message>
   <source>seed {s}, {f:.0%} train</source>
   <translation>Startwert {s}, {f:.0%} trainieren</translation>
  </message>
  <message>
   <source>{t} train, {v} validate</source>
   <translation>{t} trainieren, {v} validieren</translation>
  </message>
 </context>
 <context>
  <name>StandingsTable</name>
  <message>
   <source>Each one's share of the votes. Point at a number for sensitivity and specificity.</source>
   <translation>Der Stimmanteil jedes Einzelnen. Zeigen Sie auf eine Zahl für Sensitivität und Spezifität.</translation>
  </message>
  <message>
   <source>How much of it each one finds, as estimated. Point at a number for the specificity.</source>
   <translation>Wie viel davon jeder findet, geschätzt. Zeigen Sie auf eine Zahl für die Spezifität.</translation>
  </message>
  <message>
   <source>Sensitivity</source>
   <translation>Sensitivität</translation>
  </message>
  <message>
   <source>Sensitivity {a:.3f}, specificity {b:.4f}</source>
   <translation>Sensitivität {a:.3f}, Spezifität {b:.4f}</translation>
  </message>
  <message>
   <source>Weight</source>
   <translation>Gewicht</translation>
  </message>
 </context>
 <context>
  <name>StateCard</name>
  <message>
   <source>All rounds are done. Rounds and ledger stay here.</source>
   <translation>Alle Runden sind erledigt. Runden und Sendeprotokoll bleiben hier.</translation>
  </message>
  <message>
   <source>Came to it</source>
   <translation>Kam herein</translation>
  </message>
  <message>
   <source>Certificate</source>
   <translation>Zertifikat</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>It does not go on at this moment</source>
   <translation>Es geht gerade nicht weiter</translation>
  </message>
  <message>
   <source>It pauses once this round is sent.</source>
   <translation>Es hält an, sobald diese Runde gesendet ist.</translation>
  </message>
  <message>
   <source>It tries again within {s:.0f} s; nothing is lost, and nobody needs to do anything.</source>
   <translation>Es versucht es innerhalb von {s:.0f} s erneut; nichts ist verloren, und niemand muss etwas tun.</translation>
  </message>
  <message>
   <source>It works again from {t:%H:%M}; the hours are set under Settings.</source>
   <translation>Es arbeitet wieder ab {t:%H:%M}; die Stunden stehen in den Einstellungen.</translation>
  </message>
  <message>
   <source>Leave…</source>
   <translation>Verlassen…</translation>
  </message>
  <message>
   <source>Left this site</source>
   <translation>Ging hinaus</translation>
  </message>
  <message>
   <source>Pause after this round</source>
   <translation>Nach dieser Runde anhalten</translation>
  </message>
  <message>
   <source>Plan and certificate</source>
   <translation>Plan und Zertifikat</translation>
  </message>
  <message>
   <source>Resume</source>
   <translation>Fortsetzen</translation>
  </message>
  <message>
   <source>Rounds done</source>
   <translation>Runden erledigt</translation>
  </message>
  <message>
   <source>The certificate runs out soon: ask for a new one under “Plan and certificate”.</source>
   <translation>Das Zertifikat läuft bald ab: Fordern Sie unter „Plan und Zertifikat“ ein neues an.</translation>
  </message>
  <message>
   <source>The federation has ended</source>
   <translation>Die Föderation ist beendet</translation>
  </message>
  <message>
   <source>The other sites go on; “Resume” takes part again from their next round.</source>
   <translation>Die anderen Standorte machen weiter; „Fortsetzen“ nimmt ab ihrer nächsten Runde wieder teil.</translation>
  </message>
  <message>
   <source>Updates leave</source>
   <translation>Beiträge gehen hinaus</translation>
  </message>
  <message>
   <source>last look</source>
   <translation>letzter Blick</translation>
  </message>
  <message>
   <source>round {n} of {all}</source>
   <translation>Runde {n} von {all}</translation>
  </message>
  <message>
   <source>{n} of {all}</source>
   <translation>{n} von {all}</translation>
  </message>
  <message>
   <source>{n} of {all} rounds</source>
   <translation>{n} von {all} Runden</translation>
  </message>
  <message>
   <source>“Go on” takes it up where it was. Then it goes on while the program is open.</source>
   <translation>„Weiter“ nimmt es auf, wo es war. Dann geht es weiter, solange das Programm offen ist.</translation>
  </message>
 </context>
 <context>
  <name>StepPanel</name>
  <message>
   <source>Back to the computed mask</source>
   <translation>Zurück zur berechneten Maske</translation>
  </message>
  <message>
   <source>Back to the computed one</source>
   <translation>Zurück zur berechneten</translation>
  </message>
  <message>
   <source>Choose a step of this case to see its picture and numbers.</source>
   <translation>Wählen Sie einen Schritt dieses Falls, um sein Bild und seine Zahlen zu sehen.</translation>
  </message>
  <message>
   <source>Edit the brain mask</source>
   <translation>Hirnmaske bearbeiten</translation>
  </message>
  <message>
   <source>Look at it large</source>
   <translation>Groß ansehen</translation>
  </message>
  <message>
   <source>Place it by hand</source>
   <translation>Von Hand legen</translation>
  </message>
  <message>
   <source>Prepare</source>
   <translation>Vorbereiten</translation>
  </message>
  <message>
   <source>Prepare again</source>
   <translation>Erneut vorbereiten</translation>
  </message>
  <message>
   <source>The images do not follow the last change by hand yet, for the preparation was stopped. Prepare again.</source>
   <translation>Die Bilder folgen der letzten Änderung von Hand noch nicht, denn die Vorbereitung wurde gestoppt. Bereiten Sie erneut vor.</translation>
  </message>
  <message>
   <source>The preparation failed before it came to this step.</source>
   <translation>Die Vorbereitung scheiterte, bevor sie zu diesem Schritt kam.</translation>
  </message>
  <message>
   <source>This step could not be done.</source>
   <translation>Dieser Schritt war nicht möglich.</translation>
  </message>
  <message>
   <source>This step has no picture.</source>
   <translation>Dieser Schritt hat kein Bild.</translation>
  </message>
  <message>
   <source>This step has not been done yet.</source>
   <translation>Dieser Schritt wurde noch nicht gemacht.</translation>
  </message>
  <message>
   <source>This step is being worked on; its picture appears when it is done.</source>
   <translation>An diesem Schritt wird gearbeitet; sein Bild erscheint, wenn er fertig ist.</translation>
  </message>
  <message>
   <source>This step waits for its turn.</source>
   <translation>Dieser Schritt wartet, bis er an der Reihe ist.</translation>
  </message>
  <message>
   <source>What the step found</source>
   <translation>Was der Schritt fand</translation>
  </message>
  <message>
   <source>as in the FeTS folder it came in</source>
   <translation>wie im FeTS-Ordner, in dem es kam</translation>
  </message>
  <message>
   <source>fine: {limits}</source>
   <translation>gut: {limits}</translation>
  </message>
  <message>
   <source>made by hand by {who}, {when}</source>
   <translation>von Hand durch {who}, {when}</translation>
  </message>
  <message>
   <source>{case}, took {time}</source>
   <translation>{case}, Dauer {time}</translation>
  </message>
 </context>
 <context>
  <name>StepTable</name>
  <message>
   <source>Case</source>
   <translation>Fall</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Zeit</translation>
  </message>
  <message>
   <source>made by hand</source>
   <translation>von Hand</translation>
  </message>
 </context>
 <context>
  <name>SurgeryCard</name>
  <message>
   <source>When the scans were taken</source>
   <translation>Wann die Scans aufgenommen wurden</translation>
  </message>
  <message>
   <source>When were the scans taken?</source>
   <translation>Wann wurden die Scans aufgenommen?</translation>
  </message>
 </context>
 <context>
  <name>TagDialog</name>
  <message>
   <source>As the files hold them: they may name the patient. Nothing of this is stored.</source>
   <translation>Wie die Dateien sie enthalten: Sie nennen vielleicht den Patienten. Nichts davon wird gespeichert.</translation>
  </message>
  <message>
   <source>As this workspace keeps them: de-identified, dates moved, UIDs replaced.</source>
   <translation>Wie dieser Arbeitsbereich sie aufbewahrt: de-identifiziert, Daten verschoben, UIDs ersetzt.</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Kopieren</translation>
  </message>
  <message>
   <source>DICOM tags</source>
   <translation>DICOM-Tags</translation>
  </message>
  <message>
   <source>Only what differs between slices</source>
   <translation>Nur, was sich zwischen Schichten unterscheidet</translation>
  </message>
  <message>
   <source>Open a DICOM file</source>
   <translation>DICOM-Datei öffnen</translation>
  </message>
  <message>
   <source>Open a DICOM file…</source>
   <translation>DICOM-Datei öffnen…</translation>
  </message>
  <message>
   <source>Reading the headers…</source>
   <translation>Die Header werden gelesen…</translation>
  </message>
  <message>
   <source>Search a number, name or value</source>
   <translation>Nummer, Namen oder Wert suchen</translation>
  </message>
  <message>
   <source>Search tags</source>
   <translation>Tags suchen</translation>
  </message>
  <message>
   <source>Slice</source>
   <translation>Schicht</translation>
  </message>
  <message>
   <source>Slice {n} of {all}</source>
   <translation>Schicht {n} von {all}</translation>
  </message>
  <message>
   <source>Tags</source>
   <translation>Tags</translation>
  </message>
  <message>
   <source>The headers could not be read.</source>
   <translation>Die Header konnten nicht gelesen werden.</translation>
  </message>
 </context>
 <context>
  <name>TagModel</name>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Tag</source>
   <translation>Tag</translation>
  </message>
  <message>
   <source>VR</source>
   <translation>VR</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>Wert</translation>
  </message>
 </context>
 <context>
  <name>TakeInDialog</name>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Passphrase</source>
   <translation>Passphrase</translation>
  </message>
  <message>
   <source>Take in</source>
   <translation>Übernehmen</translation>
  </message>
  <message>
   <source>Take in a package</source>
   <translation>Paket übernehmen</translation>
  </message>
  <message>
   <source>This is not the passphrase. Capitals, hyphens and blanks count.</source>
   <translation>Das ist nicht die Passphrase. Großbuchstaben, Bindestriche und Leerzeichen zählen.</translation>
  </message>
  <message>
   <source>Whoever wrote the package has told you its passphrase. All of it is looked through before anything is taken in.</source>
   <translation>Wer das Paket geschrieben hat, hat Ihnen die Passphrase gesagt. Es wird ganz durchgesehen, bevor etwas übernommen wird.</translation>
  </message>
 </context>
 <context>
  <name>TimePointsDialog</name>
  <message>
   <source>All of them lie in atlas space: what is at one place here is at the same place there. Nothing is painted.</source>
   <translation>Alle liegen im Atlasraum: Was hier an einer Stelle ist, ist dort an derselben. Hier wird nicht gemalt.</translation>
  </message>
  <message>
   <source>Axial</source>
   <translation>Axial</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Contrast</source>
   <translation>Sequenz</translation>
  </message>
  <message>
   <source>Coronal</source>
   <translation>Koronal</translation>
  </message>
  <message>
   <source>Fit the pictures</source>
   <translation>Bilder einpassen</translation>
  </message>
  <message>
   <source>Plane</source>
   <translation>Ebene</translation>
  </message>
  <message>
   <source>Reading…</source>
   <translation>Wird gelesen…</translation>
  </message>
  <message>
   <source>Sagittal</source>
   <translation>Sagittal</translation>
  </message>
  <message>
   <source>Time points</source>
   <translation>Zeitpunkte</translation>
  </message>
  <message>
   <source>Volumes alone are no finding: changes are told as numbers, never as a response.</source>
   <translation>Volumina allein sind kein Befund: Änderungen werden als Zahlen genannt, nie als Ansprechen.</translation>
  </message>
  <message>
   <source>Volumes over time</source>
   <translation>Volumina im Verlauf</translation>
  </message>
  <message>
   <source>{patient}: {number}</source>
   <translation>{patient}: {number}</translation>
  </message>
  <message>
   <source>{place} mm</source>
   <translation>{place} mm</translation>
  </message>
 </context>
 <context>
  <name>ToolOptions</name>
  <message>
   <source>Accept</source>
   <translation>Annehmen</translation>
  </message>
  <message>
   <source>All labels</source>
   <translation>Alle Labels</translation>
  </message>
  <message>
   <source>All slices</source>
   <translation>Alle Schichten</translation>
  </message>
  <message>
   <source>Axial</source>
   <translation>Axial</translation>
  </message>
  <message>
   <source>Between</source>
   <translation>Dazwischen</translation>
  </message>
  <message>
   <source>Brightness</source>
   <translation>Helligkeit</translation>
  </message>
  <message>
   <source>By distance</source>
   <translation>Nach Abstand</translation>
  </message>
  <message>
   <source>By shape</source>
   <translation>Nach Form</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>Wählen…</translation>
  </message>
  <message>
   <source>Click keeps only it</source>
   <translation>Klick behält nur sie</translation>
  </message>
  <message>
   <source>Click removes it</source>
   <translation>Klick entfernt sie</translation>
  </message>
  <message>
   <source>Close the outline</source>
   <translation>Umriss schließen</translation>
  </message>
  <message>
   <source>Copy from the slice after</source>
   <translation>Aus der Schicht danach kopieren</translation>
  </message>
  <message>
   <source>Copy from the slice before</source>
   <translation>Aus der Schicht davor kopieren</translation>
  </message>
  <message>
   <source>Coronal</source>
   <translation>Koronal</translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>Verwerfen</translation>
  </message>
  <message>
   <source>Fill by</source>
   <translation>Füllen nach</translation>
  </message>
  <message>
   <source>Fill holes</source>
   <translation>Löcher füllen</translation>
  </message>
  <message>
   <source>Grow</source>
   <translation>Wachsen</translation>
  </message>
  <message>
   <source>Grow at most</source>
   <translation>Höchstens wachsen</translation>
  </message>
  <message>
   <source>Interpolate</source>
   <translation>Interpolieren</translation>
  </message>
  <message>
   <source>Islands</source>
   <translation>Inseln</translation>
  </message>
  <message>
   <source>Keep the largest</source>
   <translation>Größte behalten</translation>
  </message>
  <message>
   <source>Keep volume</source>
   <translation>Volumen erhalten</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>Label</translation>
  </message>
  <message>
   <source>Longest gap</source>
   <translation>Größte Lücke</translation>
  </message>
  <message>
   <source>Majority</source>
   <translation>Mehrheit</translation>
  </message>
  <message>
   <source>One label</source>
   <translation>Ein Label</translation>
  </message>
  <message>
   <source>Paint</source>
   <translation>Malen</translation>
  </message>
  <message>
   <source>Plane</source>
   <translation>Ebene</translation>
  </message>
  <message>
   <source>Polygon</source>
   <translation>Polygon</translation>
  </message>
  <message>
   <source>Progress</source>
   <translation>Fortschritt</translation>
  </message>
  <message>
   <source>Remove small islands</source>
   <translation>Kleine Inseln entfernen</translation>
  </message>
  <message>
   <source>Sagittal</source>
   <translation>Sagittal</translation>
  </message>
  <message>
   <source>Small is below</source>
   <translation>Klein ist unter</translation>
  </message>
  <message>
   <source>Smooth</source>
   <translation>Glätten</translation>
  </message>
  <message>
   <source>Smoothing</source>
   <translation>Glättung</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Stopp</translation>
  </message>
  <message>
   <source>Strength</source>
   <translation>Stärke</translation>
  </message>
  <message>
   <source>Swap</source>
   <translation>Tauschen</translation>
  </message>
  <message>
   <source>Swap with</source>
   <translation>Tauschen mit</translation>
  </message>
  <message>
   <source>Take away</source>
   <translation>Wegnehmen</translation>
  </message>
  <message>
   <source>Take from</source>
   <translation>Übernehmen aus</translation>
  </message>
  <message>
   <source>This slice</source>
   <translation>Diese Schicht</translation>
  </message>
  <message>
   <source>Tolerance</source>
   <translation>Toleranz</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>Where</source>
   <translation>Wo</translation>
  </message>
  <message>
   <source>Working…</source>
   <translation>Arbeitet…</translation>
  </message>
  <message>
   <source>slices</source>
   <translation>Schichten</translation>
  </message>
 </context>
 <context>
  <name>ToolStrip</name>
  <message>
   <source>Drawing tools</source>
   <translation>Zeichenwerkzeuge</translation>
  </message>
 </context>
 <context>
  <name>Tooling</name>
  <message>
   <source>Choose at the right which version the region is taken from.</source>
   <translation>Wählen Sie rechts, aus welcher Version die Region übernommen wird.</translation>
  </message>
  <message>
   <source>Fill</source>
   <translation>Füllen</translation>
  </message>
  <message>
   <source>Nothing was filled: the outline around it is open.</source>
   <translation>Nichts wurde gefüllt: Der Umriss ringsum ist offen.</translation>
  </message>
  <message>
   <source>Polygon</source>
   <translation>Polygon</translation>
  </message>
  <message>
   <source>Polygon erased</source>
   <translation>Polygon weggenommen</translation>
  </message>
  <message>
   <source>Region taken</source>
   <translation>Region übernommen</translation>
  </message>
  <message>
   <source>Slice copied</source>
   <translation>Schicht kopiert</translation>
  </message>
  <message>
   <source>Swap</source>
   <translation>Tauschen</translation>
  </message>
  <message>
   <source>The outline runs around nothing that may be changed.</source>
   <translation>Der Umriss umschließt nichts, was geändert werden darf.</translation>
  </message>
  <message>
   <source>The slice beside it has nothing that this one has not.</source>
   <translation>Die Schicht daneben hat nichts, was diese nicht hat.</translation>
  </message>
  <message>
   <source>There is nothing to fill.</source>
   <translation>Es gibt nichts zu füllen.</translation>
  </message>
  <message>
   <source>There is nothing to swap: choose two labels, of which one at least is drawn.</source>
   <translation>Es gibt nichts zu tauschen: Wählen Sie zwei Labels, von denen mindestens eines gezeichnet ist.</translation>
  </message>
  <message>
   <source>There is nothing to take: that version is empty there, or yours is the same.</source>
   <translation>Es gibt nichts zu übernehmen: Jene Version ist dort leer, oder Ihre ist gleich.</translation>
  </message>
 </context>
 <context>
  <name>Tour</name>
  <message>
   <source>Choose {place} at the left, or press {key}.</source>
   <translation>Wählen Sie links „{place}“, oder drücken Sie {key}.</translation>
  </message>
  <message>
   <source>Finish</source>
   <translation>Fertig</translation>
  </message>
  <message>
   <source>In a few minutes from a patient who never lived to your first approved case. The tour goes along with what you do; you can leave it whenever you like, and take it again from the Help.</source>
   <translation>In wenigen Minuten von einem Patienten, den es nie gab, zu Ihrem ersten freigegebenen Fall. Der Rundgang geht mit dem mit, was Sie tun; Sie können ihn jederzeit verlassen und aus der Hilfe wieder machen.</translation>
  </message>
  <message>
   <source>New here?</source>
   <translation>Neu hier?</translation>
  </message>
  <message>
   <source>Not now</source>
   <translation>Nicht jetzt</translation>
  </message>
  <message>
   <source>Skip</source>
   <translation>Überspringen</translation>
  </message>
  <message>
   <source>Take the tour</source>
   <translation>Rundgang machen</translation>
  </message>
  <message>
   <source>The board under Cases shows it with its volumes; Export… takes it along. Your own patients come in under Import. F1 explains the place you are at, and the Help offers this tour again.</source>
   <translation>Die Liste unter „Fälle“ zeigt ihn mit seinen Volumina; „Exportieren…“ nimmt ihn mit. Ihre eigenen Patienten kommen über „Importieren“ herein. F1 erklärt den Ort, an dem Sie sind, und die Hilfe bietet diesen Rundgang wieder an.</translation>
  </message>
  <message>
   <source>To the tour's note and back</source>
   <translation>Zum Hinweis des Rundgangs und zurück</translation>
  </message>
  <message>
   <source>Your first approved case</source>
   <translation>Ihr erster freigegebener Fall</translation>
  </message>
  <message>
   <source>{n} of {all}</source>
   <translation>{n} von {all}</translation>
  </message>
 </context>
 <context>
  <name>TrainingCard</name>
  <message>
   <source>Begins with new weights on the approved cases of the training side: no model of this kind proposes now, and from so few cases it needs many epochs.</source>
   <translation>Beginnt mit neuen Gewichten an den freigegebenen Fällen der Trainingsseite: Kein Modell dieser Art schlägt jetzt vor, und aus so wenigen Fällen braucht es viele Epochen.</translation>
  </message>
  <message>
   <source>Dice on the validation cases</source>
   <translation>Dice an den Validierungsfällen</translation>
  </message>
  <message>
   <source>Draw the split</source>
   <translation>Aufteilung ziehen</translation>
  </message>
  <message>
   <source>Epochs</source>
   <translation>Epochen</translation>
  </message>
  <message>
   <source>Epochs without a better Dice after which it stops</source>
   <translation>Epochen ohne besseren Dice, nach denen es endet</translation>
  </message>
  <message>
   <source>Goes on from the current model with the approved cases of the training side.</source>
   <translation>Geht vom aktuellen Modell aus, mit den freigegebenen Fällen der Trainingsseite.</translation>
  </message>
  <message>
   <source>It gets no score: no case stands on the validation side yet.</source>
   <translation>Es bekommt keinen Wert: Noch steht kein Fall auf der Validierungsseite.</translation>
  </message>
  <message>
   <source>Kind of network</source>
   <translation>Art des Netzes</translation>
  </message>
  <message>
   <source>Loss</source>
   <translation>Verlust</translation>
  </message>
  <message>
   <source>Network</source>
   <translation>Netz</translation>
  </message>
  <message>
   <source>Nothing leaves this computer; the result becomes a new model in the list.</source>
   <translation>Nichts verlässt diesen Computer; das Ergebnis wird ein neues Modell in der Liste.</translation>
  </message>
  <message>
   <source>Stop when it no longer gets better</source>
   <translation>Enden, wenn es nicht mehr besser wird</translation>
  </message>
  <message>
   <source>Train</source>
   <translation>Trainieren</translation>
  </message>
  <message>
   <source>Train on this computer</source>
   <translation>Auf diesem Computer trainieren</translation>
  </message>
  <message>
   <source>Training loss</source>
   <translation>Trainingsverlust</translation>
  </message>
  <message>
   <source>Training needs approved cases with a side in the split. Approve cases, then draw the split.</source>
   <translation>Training braucht freigegebene Fälle mit einer Seite in der Aufteilung. Geben Sie Fälle frei, dann ziehen Sie die Aufteilung.</translation>
  </message>
  <message>
   <source>after</source>
   <translation>nach</translation>
  </message>
  <message>
   <source>epochs without a better Dice</source>
   <translation>Epochen ohne besseren Dice</translation>
  </message>
  <message>
   <source>higher is better</source>
   <translation>höher ist besser</translation>
  </message>
  <message>
   <source>lower is better</source>
   <translation>niedriger ist besser</translation>
  </message>
 </context>
 <context>
  <name>TrustDialog</name>
  <message>
   <source>Do not take it in</source>
   <translation>Nicht übernehmen</translation>
  </message>
  <message>
   <source>Do you know who made this model?</source>
   <translation>Wissen Sie, wer dieses Modell gemacht hat?</translation>
  </message>
  <message>
   <source>Fingerprint</source>
   <translation>Fingerabdruck</translation>
  </message>
  <message>
   <source>Help</source>
   <translation>Hilfe</translation>
  </message>
  <message>
   <source>I accept the licence: take it in</source>
   <translation>Ich nehme die Lizenz an: übernehmen</translation>
  </message>
  <message>
   <source>It is the same: trust it</source>
   <translation>Er ist gleich: vertrauen</translation>
  </message>
  <message>
   <source>Licence</source>
   <translation>Lizenz</translation>
  </message>
  <message>
   <source>SHA-256 over its files</source>
   <translation>SHA-256 über seine Dateien</translation>
  </message>
  <message>
   <source>Take in a network of another make?</source>
   <translation>Ein Netz anderer Herkunft übernehmen?</translation>
  </message>
  <message>
   <source>{file} is of another make: {title}. Its weights alone are read; no code is run. Nobody signs such files: compare the SHA-256 with whoever gave it to you, and read its licence: it binds you.</source>
   <translation>{file} ist anderer Herkunft: {title}. Nur die Gewichte werden gelesen; kein Code wird ausgeführt. Niemand unterzeichnet solche Dateien: Vergleichen Sie die SHA-256 mit dem, der sie Ihnen gab, und lesen Sie die Lizenz: Sie bindet Sie.</translation>
  </message>
  <message>
   <source>{file} is whole and signed, but its signer is not known on this computer. Ask whoever made it for their fingerprint, on the telephone or in person. If it is this one, their models are taken in from now on:</source>
   <translation>{file} ist vollständig und unterzeichnet, aber der Unterzeichner ist auf diesem Computer nicht bekannt. Fragen Sie den Hersteller am Telefon oder persönlich nach seinem Fingerabdruck. Ist es dieser, werden seine Modelle fortan übernommen:</translation>
  </message>
  <message>
   <source>{file} is whole, but nobody has signed it. Ask whoever made it for the file's SHA-256, on the telephone or in person. If it is this one, this file alone is taken in:</source>
   <translation>{file} ist vollständig, aber niemand hat es unterzeichnet. Fragen Sie den Hersteller am Telefon oder persönlich nach der SHA-256 der Datei. Ist es diese, wird nur diese Datei übernommen:</translation>
  </message>
 </context>
 <context>
  <name>UndecidedCard</name>
  <message>
   <source>Axial slices where the model is most undecided, numbered as in Review. Choose one to see it there. What a model never saw it may get wrong and be sure of.</source>
   <translation>Axiale Schichten, in denen das Modell am unentschiedensten ist, gezählt wie unter „Prüfen“. Wählen Sie eine, um sie dort zu sehen. Was ein Modell nie gesehen hat, kann es falsch und doch sicher beurteilen.</translation>
  </message>
  <message>
   <source>It was sure everywhere. What a model never saw it may get wrong and be sure of.</source>
   <translation>Es war überall sicher. Was ein Modell nie gesehen hat, kann es falsch und doch sicher beurteilen.</translation>
  </message>
  <message>
   <source>Look here first</source>
   <translation>Hier zuerst hinsehen</translation>
  </message>
  <message>
   <source>Slice {n}: undecided about {region}, as much as {area:.0f} mm² of half against half</source>
   <translation>Schicht {n}: unentschieden über {region}, so viel wie {area:.0f} mm² halb gegen halb</translation>
  </message>
  <message>
   <source>up to {area:.0f} mm²</source>
   <translation>bis {area:.0f} mm²</translation>
  </message>
  <message>
   <source>{model}, version {n}</source>
   <translation>{model}, Version {n}</translation>
  </message>
 </context>
 <context>
  <name>Verdict</name>
  <message>
   <source>95 % interval {low} to {high}</source>
   <translation>95-%-Intervall {low} bis {high}</translation>
  </message>
  <message>
   <source>A point is a case, the bar the median.</source>
   <translation>Ein Punkt ist ein Fall, der Strich der Median.</translation>
  </message>
  <message>
   <source>Approve case</source>
   <translation>Fall freigeben</translation>
  </message>
  <message>
   <source>Case by case</source>
   <translation>Fall für Fall</translation>
  </message>
  <message>
   <source>Dice by region</source>
   <translation>Dice nach Region</translation>
  </message>
  <message>
   <source>Dice of every case by region</source>
   <translation>Dice jedes Falls nach Region</translation>
  </message>
  <message>
   <source>Dice of two models case by case</source>
   <translation>Dice zweier Modelle Fall für Fall</translation>
  </message>
  <message>
   <source>Filled: {first}. Outlined: {second}. The bar is the median.</source>
   <translation>Gefüllt: {first}. Umrandet: {second}. Der Strich ist der Median.</translation>
  </message>
  <message>
   <source>Flag</source>
   <translation>Kennzeichnen</translation>
  </message>
  <message>
   <source>Flag a problem of {case}</source>
   <translation>Ein Problem von {case} kennzeichnen</translation>
  </message>
  <message>
   <source>For example: Dr. Weber</source>
   <translation>Zum Beispiel: Dr. Weber</translation>
  </message>
  <message>
   <source>Mean Dice</source>
   <translation>Mittlerer Dice</translation>
  </message>
  <message>
   <source>Mean Dice of all three {mean:.3f}, 95 % interval {low:.3f} to {high:.3f}</source>
   <translation>Mittlerer Dice aller drei {mean:.3f}, 95-%-Intervall {low:.3f} bis {high:.3f}</translation>
  </message>
  <message>
   <source>Means</source>
   <translation>Mittelwerte</translation>
  </message>
  <message>
   <source>Means of {model}</source>
   <translation>Mittelwerte von {model}</translation>
  </message>
  <message>
   <source>The fusion and its members</source>
   <translation>Die Fusion und ihre Mitglieder</translation>
  </message>
  <message>
   <source>What is the problem?</source>
   <translation>Was ist das Problem?</translation>
  </message>
  <message>
   <source>Who approves?</source>
   <translation>Wer gibt frei?</translation>
  </message>
  <message>
   <source>Why, for example: this tumour has no necrosis</source>
   <translation>Warum, zum Beispiel: Dieser Tumor hat keine Nekrose</translation>
  </message>
  <message>
   <source>Your name stands under every case you approve. It is asked for once; Settings can change it.</source>
   <translation>Ihr Name steht unter jedem Fall, den Sie freigeben. Er wird einmal erfragt; die Einstellungen können ihn ändern.</translation>
  </message>
  <message>
   <source>Your words stay with the case. Do not write a patient's name.</source>
   <translation>Ihre Worte bleiben beim Fall. Schreiben Sie keinen Patientennamen.</translation>
  </message>
  <message>
   <source>all three</source>
   <translation>alle drei</translation>
  </message>
  <message>
   <source>{remarks}
Your reason stays with the version.</source>
   <translation>{remarks}
Ihr Grund bleibt bei der Version.</translation>
  </message>
 </context>
 <context>
  <name>VersionRows</name>
  <message>
   <source>Approved because: {why}</source>
   <translation>Freigegeben, weil: {why}</translation>
  </message>
  <message>
   <source>Approved by</source>
   <translation>Freigegeben von</translation>
  </message>
  <message>
   <source>By</source>
   <translation>Von</translation>
  </message>
  <message>
   <source>ET cm³</source>
   <translation>ET cm³</translation>
  </message>
  <message>
   <source>Edits</source>
   <translation>Änderungen</translation>
  </message>
  <message>
   <source>From</source>
   <translation>Aus</translation>
  </message>
  <message>
   <source>Minutes</source>
   <translation>Minuten</translation>
  </message>
  <message>
   <source>No.</source>
   <translation>Nr.</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>TC cm³</source>
   <translation>TC cm³</translation>
  </message>
  <message>
   <source>WT cm³</source>
   <translation>WT cm³</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Wann</translation>
  </message>
 </context>
 <context>
  <name>VersionsDialog</name>
  <message>
   <source>Adjudicate the two</source>
   <translation>Die zwei adjudizieren</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>Änderung</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Comparing…</source>
   <translation>Wird verglichen…</translation>
  </message>
  <message>
   <source>None of them ever changes. Choose two to compare them; the older one is the reference.</source>
   <translation>Keine davon ändert sich je. Wählen Sie zwei, um sie zu vergleichen; die ältere ist der Bezug.</translation>
  </message>
  <message>
   <source>Restore it</source>
   <translation>Wiederherstellen</translation>
  </message>
  <message>
   <source>Second reading…</source>
   <translation>Zweitbefundung…</translation>
  </message>
  <message>
   <source>Show its outlines</source>
   <translation>Ihre Umrisse zeigen</translation>
  </message>
  <message>
   <source>They are alike, voxel by voxel.</source>
   <translation>Sie sind gleich, Voxel für Voxel.</translation>
  </message>
  <message>
   <source>Versions</source>
   <translation>Versionen</translation>
  </message>
  <message>
   <source>Versions of {case}</source>
   <translation>Versionen von {case}</translation>
  </message>
  <message>
   <source>cm³ in {n}</source>
   <translation>cm³ in {n}</translation>
  </message>
  <message>
   <source>{places} The largest has {volume}.</source>
   <translation>{places} Die größte hat {volume}.</translation>
  </message>
 </context>
 <context>
  <name>View3D</name>
  <message>
   <source>3D</source>
   <translation>3D</translation>
  </message>
  <message>
   <source>Arrow keys turn it.</source>
   <translation>Pfeiltasten drehen es.</translation>
  </message>
  <message>
   <source>Label surfaces in 3D</source>
   <translation>Label-Oberflächen in 3D</translation>
  </message>
  <message>
   <source>This computer cannot draw in 3D.
The planes are not affected.</source>
   <translation>Dieser Computer kann nicht in 3D zeichnen.
Die Ebenen sind nicht betroffen.</translation>
  </message>
 </context>
 <context>
  <name>Viewer</name>
  <message>
   <source>Viewer</source>
   <translation>Betrachter</translation>
  </message>
 </context>
 <context>
  <name>WorkspacePanel</name>
  <message>
   <source>All that this site has lies in this folder. Another one is opened in its place, and from then on when the program starts.</source>
   <translation>Alles, was dieser Standort hat, liegt in diesem Ordner. Ein anderer wird an seiner Stelle geöffnet, und von da an beim Start des Programms.</translation>
  </message>
  <message>
   <source>Open another workspace…</source>
   <translation>Anderen Arbeitsbereich öffnen…</translation>
  </message>
 </context>
 <context>
  <name>keymaps</name>
  <message>
   <source>Abandon the stroke, outline or proposal in hand</source>
   <translation>Begonnenen Strich, Umriss oder Vorschlag aufgeben</translation>
  </message>
  <message>
   <source>Adaptive brush</source>
   <translation>Angepasster Pinsel</translation>
  </message>
  <message>
   <source>An oblique slice instead of 3D</source>
   <translation>Eine schräge Schicht statt 3D</translation>
  </message>
  <message>
   <source>Approve the case</source>
   <translation>Fall freigeben</translation>
  </message>
  <message>
   <source>Automatic contrast</source>
   <translation>Automatischer Bildkontrast</translation>
  </message>
  <message>
   <source>Brush</source>
   <translation>Pinsel</translation>
  </message>
  <message>
   <source>Brush in 2D or 3D</source>
   <translation>Pinsel in 2D oder 3D</translation>
  </message>
  <message>
   <source>Centre on the cursor</source>
   <translation>Auf den Cursor zentrieren</translation>
  </message>
  <message>
   <source>Copy a slice</source>
   <translation>Schicht kopieren</translation>
  </message>
  <message>
   <source>Crosshair</source>
   <translation>Fadenkreuz</translation>
  </message>
  <message>
   <source>Ctrl + wheel</source>
   <translation>Strg + Rad</translation>
  </message>
  <message>
   <source>Double click</source>
   <translation>Doppelklick</translation>
  </message>
  <message>
   <source>Eraser</source>
   <translation>Radierer</translation>
  </message>
  <message>
   <source>Fill</source>
   <translation>Füllen</translation>
  </message>
  <message>
   <source>Fill holes</source>
   <translation>Löcher füllen</translation>
  </message>
  <message>
   <source>Fit the pane</source>
   <translation>Feld einpassen</translation>
  </message>
  <message>
   <source>Flag a problem</source>
   <translation>Problem kennzeichnen</translation>
  </message>
  <message>
   <source>Four contrasts of one plane</source>
   <translation>Vier Sequenzen einer Ebene</translation>
  </message>
  <message>
   <source>Grow from seeds</source>
   <translation>Aus Keimen wachsen</translation>
  </message>
  <message>
   <source>Interpolate between slices</source>
   <translation>Zwischen Schichten interpolieren</translation>
  </message>
  <message>
   <source>Islands</source>
   <translation>Inseln</translation>
  </message>
  <message>
   <source>Labels fainter</source>
   <translation>Labels schwächer</translation>
  </message>
  <message>
   <source>Labels stronger</source>
   <translation>Labels stärker</translation>
  </message>
  <message>
   <source>Larger brush</source>
   <translation>Größerer Pinsel</translation>
  </message>
  <message>
   <source>Left drag</source>
   <translation>Links ziehen</translation>
  </message>
  <message>
   <source>Let the tool act, or accept what it proposes</source>
   <translation>Werkzeug anwenden oder Vorschlag annehmen</translation>
  </message>
  <message>
   <source>Middle drag</source>
   <translation>Mitte ziehen</translation>
  </message>
  <message>
   <source>Next case</source>
   <translation>Nächster Fall</translation>
  </message>
  <message>
   <source>Next contrast</source>
   <translation>Nächste Sequenz</translation>
  </message>
  <message>
   <source>Next label</source>
   <translation>Nächstes Label</translation>
  </message>
  <message>
   <source>Next most contested slice</source>
   <translation>Nächste umstrittenste Schicht</translation>
  </message>
  <message>
   <source>Next slice</source>
   <translation>Nächste Schicht</translation>
  </message>
  <message>
   <source>One pane large, or all</source>
   <translation>Ein Feld groß oder alle</translation>
  </message>
  <message>
   <source>Outlines</source>
   <translation>Umrisse</translation>
  </message>
  <message>
   <source>Polygon and lasso</source>
   <translation>Polygon und Lasso</translation>
  </message>
  <message>
   <source>Previous case</source>
   <translation>Vorheriger Fall</translation>
  </message>
  <message>
   <source>Previous contrast</source>
   <translation>Vorherige Sequenz</translation>
  </message>
  <message>
   <source>Previous label</source>
   <translation>Vorheriges Label</translation>
  </message>
  <message>
   <source>Previous slice</source>
   <translation>Vorherige Schicht</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>Wiederholen</translation>
  </message>
  <message>
   <source>Right click, with an outline</source>
   <translation>Rechtsklick bei einem Umriss</translation>
  </message>
  <message>
   <source>Right drag</source>
   <translation>Rechts ziehen</translation>
  </message>
  <message>
   <source>Ruler</source>
   <translation>Lineal</translation>
  </message>
  <message>
   <source>Save a picture</source>
   <translation>Bild speichern</translation>
  </message>
  <message>
   <source>Shift + move</source>
   <translation>Umschalt + bewegen</translation>
  </message>
  <message>
   <source>Shift + wheel</source>
   <translation>Umschalt + Rad</translation>
  </message>
  <message>
   <source>Show or hide the candidates</source>
   <translation>Kandidaten ein- oder ausblenden</translation>
  </message>
  <message>
   <source>Show or hide the crosshair</source>
   <translation>Fadenkreuz ein- oder ausblenden</translation>
  </message>
  <message>
   <source>Show or hide the labels</source>
   <translation>Labels ein- oder ausblenden</translation>
  </message>
  <message>
   <source>Smaller brush</source>
   <translation>Kleinerer Pinsel</translation>
  </message>
  <message>
   <source>Smooth</source>
   <translation>Glätten</translation>
  </message>
  <message>
   <source>Swap labels</source>
   <translation>Labels tauschen</translation>
  </message>
  <message>
   <source>T1Gd minus T1</source>
   <translation>T1Gd minus T1</translation>
  </message>
  <message>
   <source>Take a region from another version</source>
   <translation>Region aus einer anderen Version übernehmen</translation>
  </message>
  <message>
   <source>Take the last corner or measure away</source>
   <translation>Letzte Ecke oder Messung wegnehmen</translation>
  </message>
  <message>
   <source>The labels on the scans as they were taken</source>
   <translation>Die Labels auf den Scans, wie aufgenommen</translation>
  </message>
  <message>
   <source>The tool before</source>
   <translation>Das Werkzeug davor</translation>
  </message>
  <message>
   <source>These keys</source>
   <translation>Diese Tasten</translation>
  </message>
  <message>
   <source>Threshold brush</source>
   <translation>Schwellenpinsel</translation>
  </message>
  <message>
   <source>Time points of the patient</source>
   <translation>Zeitpunkte des Patienten</translation>
  </message>
  <message>
   <source>To the history of edits</source>
   <translation>Zum Verlauf der Änderungen</translation>
  </message>
  <message>
   <source>To the options of the tool, and back</source>
   <translation>Zu den Optionen des Werkzeugs und zurück</translation>
  </message>
  <message>
   <source>Two diameters</source>
   <translation>Zwei Durchmesser</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
  <message>
   <source>Versions of the case</source>
   <translation>Versionen des Falls</translation>
  </message>
  <message>
   <source>Volume or surfaces in 3D</source>
   <translation>Volumen oder Oberflächen in 3D</translation>
  </message>
  <message>
   <source>Wheel</source>
   <translation>Rad</translation>
  </message>
  <message>
   <source>Whole head, or the brain alone</source>
   <translation>Ganzer Kopf oder nur das Gehirn</translation>
  </message>
  <message>
   <source>Window and level</source>
   <translation>Fensterung</translation>
  </message>
  <message>
   <source>Zoom and pan</source>
   <translation>Zoomen und verschieben</translation>
  </message>
  <message>
   <source>brush size</source>
   <translation>Pinselgröße</translation>
  </message>
  <message>
   <source>closes it</source>
   <translation>schließt ihn</translation>
  </message>
  <message>
   <source>crosshair</source>
   <translation>Fadenkreuz</translation>
  </message>
  <message>
   <source>one pane large, or all</source>
   <translation>ein Feld groß oder alle</translation>
  </message>
  <message>
   <source>pan</source>
   <translation>verschieben</translation>
  </message>
  <message>
   <source>slice</source>
   <translation>Schicht</translation>
  </message>
  <message>
   <source>the tool</source>
   <translation>das Werkzeug</translation>
  </message>
  <message>
   <source>window and level</source>
   <translation>Fensterung</translation>
  </message>
  <message>
   <source>zoom</source>
   <translation>Zoom</translation>
  </message>
  <message>
   <source>zoom about the cursor</source>
   <translation>Zoom um den Cursor</translation>
  </message>
 </context>
 <context>
  <name>places</name>
  <message>
   <source>Cases</source>
   <translation>Fälle</translation>
  </message>
  <message>
   <source>Federation</source>
   <translation>Föderation</translation>
  </message>
  <message>
   <source>Help</source>
   <translation>Hilfe</translation>
  </message>
  <message>
   <source>Import</source>
   <translation>Importieren</translation>
  </message>
  <message>
   <source>Import patients</source>
   <translation>Patienten importieren</translation>
  </message>
  <message>
   <source>Models</source>
   <translation>Modelle</translation>
  </message>
  <message>
   <source>Prepare</source>
   <translation>Vorbereiten</translation>
  </message>
  <message>
   <source>Review</source>
   <translation>Prüfen</translation>
  </message>
  <message>
   <source>Review annotations</source>
   <translation>Annotationen prüfen</translation>
  </message>
  <message>
   <source>Segment</source>
   <translation>Segmentieren</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>Einstellungen</translation>
  </message>
  <message>
   <source>Split</source>
   <translation>Aufteilung</translation>
  </message>
 </context>
 <context>
  <name>sentences</name>
  <message>
   <source>3-D rather than 2-D</source>
   <translation>3D statt 2D</translation>
  </message>
  <message>
   <source>A case of that name is here, and it did not come in a package.</source>
   <translation>Ein Fall dieses Namens ist hier, und er kam nicht in einem Paket.</translation>
  </message>
  <message>
   <source>A federation is simulated with three sites or more: one is held out.</source>
   <translation>Eine Föderation wird mit drei oder mehr Standorten simuliert: Einer wird ausgehalten.</translation>
  </message>
  <message>
   <source>A file in it is not the one it names.</source>
   <translation>Eine Datei darin ist nicht die genannte.</translation>
  </message>
  <message>
   <source>A fingerprint has eight groups of four digits.</source>
   <translation>Ein Fingerabdruck hat acht Gruppen zu vier Zeichen.</translation>
  </message>
  <message>
   <source>A job has begun meanwhile; wait for it, then go on.</source>
   <translation>Inzwischen hat ein Auftrag begonnen; warten Sie, bis er fertig ist, und machen Sie dann weiter.</translation>
  </message>
  <message>
   <source>A key without its certificate is of no use: choose that, too.</source>
   <translation>Ein Schlüssel ohne sein Zertifikat nützt nichts: Wählen Sie auch das.</translation>
  </message>
  <message>
   <source>A mask was drawn, and yet a program was asked for one.</source>
   <translation>Eine Maske wurde gezeichnet, und doch wurde ein Programm um eine gebeten.</translation>
  </message>
  <message>
   <source>A passphrase for a package has at least {1} characters.</source>
   <translation>Eine Passphrase für ein Paket hat mindestens {1} Zeichen.</translation>
  </message>
  <message>
   <source>A passphrase has at least {1} characters; four words are better.</source>
   <translation>Eine Passphrase hat mindestens {1} Zeichen; vier Wörter sind besser.</translation>
  </message>
  <message>
   <source>A passphrase protects it, and none is entered.</source>
   <translation>Eine Passphrase schützt ihn, und keine ist angegeben.</translation>
  </message>
  <message>
   <source>A passphrase protects it; the test of the connection tells whether it opens.</source>
   <translation>Eine Passphrase schützt ihn; der Test der Verbindung sagt, ob sie ihn öffnet.</translation>
  </message>
  <message>
   <source>A picture could not be written whole.</source>
   <translation>Ein Bild konnte nicht vollständig geschrieben werden.</translation>
  </message>
  <message>
   <source>A position by hand turns and shifts, and does nothing else.</source>
   <translation>Eine Lage von Hand dreht und verschiebt und tut sonst nichts.</translation>
  </message>
  <message>
   <source>A proxy on the way wants a name and password (407).</source>
   <translation>Ein Proxy auf dem Weg verlangt Name und Passwort (407).</translation>
  </message>
  <message>
   <source>A record does not make sense.</source>
   <translation>Eine Aufzeichnung ergibt keinen Sinn.</translation>
  </message>
  <message>
   <source>A record of what is to be destroyed points out of the workspace.</source>
   <translation>Eine Aufzeichnung dessen, was zu vernichten ist, zeigt aus dem Arbeitsbereich hinaus.</translation>
  </message>
  <message>
   <source>A recovery file must not lie in the workspace: it opens the images there.</source>
   <translation>Eine Wiederherstellungsdatei darf nicht im Arbeitsbereich liegen: Sie öffnet die Bilder dort.</translation>
  </message>
  <message>
   <source>A reviewer's name is one line of at most {1} letters.</source>
   <translation>Der Name eines Befunders ist eine Zeile von höchstens {1} Zeichen.</translation>
  </message>
  <message>
   <source>A round</source>
   <translation>Eine Runde</translation>
  </message>
  <message>
   <source>A round ends when all have reported, or after {1} minutes with at least {2}.</source>
   <translation>Eine Runde endet, wenn alle berichtet haben, oder nach {1} Minuten mit mindestens {2}.</translation>
  </message>
  <message>
   <source>A second reader begins from a model's proposal or from nothing.</source>
   <translation>Ein zweiter Befunder beginnt mit dem Vorschlag eines Modells oder mit nichts.</translation>
  </message>
  <message>
   <source>A second reading of it is under way; finish it first.</source>
   <translation>Eine Zweitbefundung davon läuft; schließen Sie sie zuerst ab.</translation>
  </message>
  <message>
   <source>A second reading of this case is under way.</source>
   <translation>Eine Zweitbefundung dieses Falls läuft.</translation>
  </message>
  <message>
   <source>A second try may leave only the parts that matter most in 32 bits (accuracy control); it takes long.</source>
   <translation>Ein zweiter Versuch kann nur die wichtigsten Teile in 32 Bit lassen (Genauigkeitskontrolle); er dauert lange.</translation>
  </message>
  <message>
   <source>A site that is held out has to be among the sites that take part.</source>
   <translation>Ein ausgehaltener Standort muss unter den teilnehmenden sein.</translation>
  </message>
  <message>
   <source>A site with fewer than {1} validation cases sends no score unless it agrees to.</source>
   <translation>Ein Standort mit weniger als {1} Validierungsfällen sendet keinen Wert, wenn er dem nicht zustimmt.</translation>
  </message>
  <message>
   <source>A site without validation cases sends no score; every other one does.</source>
   <translation>Ein Standort ohne Validierungsfälle sendet keinen Wert; jeder andere tut es.</translation>
  </message>
  <message>
   <source>A tensor cannot be read: {1}.</source>
   <translation>Ein Tensor ist nicht lesbar: {1}.</translation>
  </message>
  <message>
   <source>A time service keeps this computer's clock.</source>
   <translation>Ein Zeitdienst stellt die Uhr dieses Computers.</translation>
  </message>
  <message>
   <source>A training step does not fit into what is left of it.</source>
   <translation>Ein Trainingsschritt passt nicht in den Rest davon.</translation>
  </message>
  <message>
   <source>A training waits for a better score for one epoch or more; 0 is to the end.</source>
   <translation>Ein Training wartet eine Epoche oder mehr auf einen besseren Wert; 0 heißt bis zum Ende.</translation>
  </message>
  <message>
   <source>About {1}, without the transfer.</source>
   <translation>Etwa {1}, ohne die Übertragung.</translation>
  </message>
  <message>
   <source>All its voxels have the same value.</source>
   <translation>Alle Voxel haben denselben Wert.</translation>
  </message>
  <message>
   <source>All known to {1}</source>
   <translation>Alle in {1} bekannt</translation>
  </message>
  <message>
   <source>All present</source>
   <translation>Alle vorhanden</translation>
  </message>
  <message>
   <source>Already on the atlas grid</source>
   <translation>Schon auf dem Atlasraster</translation>
  </message>
  <message>
   <source>Among the outputs on its card there is no {1}. They have to name the regions ET, TC and WT, or the classes {2}, {3}.</source>
   <translation>Unter den Ausgaben auf seiner Karte fehlt {1}. Sie müssen die Regionen ET, TC und WT nennen oder die Klassen {2}, {3}.</translation>
  </message>
  <message>
   <source>An AE title has 1 to {1} letters, digits or signs of the English alphabet.</source>
   <translation>Ein AE-Titel hat 1 bis {1} Buchstaben, Ziffern oder Zeichen des englischen Alphabets.</translation>
  </message>
  <message>
   <source>An image could not be written whole.</source>
   <translation>Ein Bild konnte nicht vollständig geschrieben werden.</translation>
  </message>
  <message>
   <source>As it stands in the FeTS folder that the case came in; nothing was computed.</source>
   <translation>Wie im FeTS-Ordner, in dem der Fall kam; nichts wurde berechnet.</translation>
  </message>
  <message>
   <source>Asking {1}</source>
   <translation>{1} fragen</translation>
  </message>
  <message>
   <source>At least one slice does not say where in the patient it lies.</source>
   <translation>Mindestens eine Schicht sagt nicht, wo im Patienten sie liegt.</translation>
  </message>
  <message>
   <source>At least one slice gives an impossible position, pixel size or scaling.</source>
   <translation>Mindestens eine Schicht nennt eine unmögliche Lage, Punktgröße oder Skalierung.</translation>
  </message>
  <message>
   <source>At most {1} cm³ outside</source>
   <translation>Höchstens {1} cm³ außerhalb</translation>
  </message>
  <message>
   <source>At {1} nobody speaks TLS.</source>
   <translation>Unter {1} spricht niemand TLS.</translation>
  </message>
  <message>
   <source>Before (upper row) and after (lower row). Only the registration looks at these; the kept images are not.</source>
   <translation>Vorher (obere Reihe) und nachher (untere Reihe). Nur die Registrierung sieht diese an; die aufbewahrten Bilder sind es nicht.</translation>
  </message>
  <message>
   <source>Beside it lies no {1}; without one nobody knows how to feed it.</source>
   <translation>Daneben liegt kein {1}; ohne das weiß niemand, womit es zu füttern ist.</translation>
  </message>
  <message>
   <source>Bringing a backup back</source>
   <translation>Sicherung zurückholen</translation>
  </message>
  <message>
   <source>Bringing back</source>
   <translation>Wird zurückgeholt</translation>
  </message>
  <message>
   <source>Cases</source>
   <translation>Fälle</translation>
  </message>
  <message>
   <source>Certificate</source>
   <translation>Zertifikat</translation>
  </message>
  <message>
   <source>Checking the slices</source>
   <translation>Schichten werden geprüft</translation>
  </message>
  <message>
   <source>Checking the voxels</source>
   <translation>Voxel werden geprüft</translation>
  </message>
  <message>
   <source>Checking {1}</source>
   <translation>{1} prüfen</translation>
  </message>
  <message>
   <source>Choose of {1}, and one of {2}.</source>
   <translation>Wählen Sie aus {1} und eines von {2}.</translation>
  </message>
  <message>
   <source>Choose of {1}.</source>
   <translation>Wählen Sie aus {1}.</translation>
  </message>
  <message>
   <source>Choose the key, too: the certificate's file holds none.</source>
   <translation>Wählen Sie auch den Schlüssel: Die Datei des Zertifikats enthält keinen.</translation>
  </message>
  <message>
   <source>Cleaning the proposal</source>
   <translation>Vorschlag wird bereinigt</translation>
  </message>
  <message>
   <source>Clock</source>
   <translation>Uhr</translation>
  </message>
  <message>
   <source>Contrast medium shows in T1Gd</source>
   <translation>Kontrastmittel zeigt sich in T1Gd</translation>
  </message>
  <message>
   <source>Converting the network</source>
   <translation>Netz wird umgewandelt</translation>
  </message>
  <message>
   <source>Converting {1}</source>
   <translation>{1} umwandeln</translation>
  </message>
  <message>
   <source>Core of the enhancing tumour</source>
   <translation>Kern des kontrastmittelaufnehmenden Tumors</translation>
  </message>
  <message>
   <source>Cutting and blurring what leaves</source>
   <translation>Was hinausgeht, wird beschnitten und verwischt</translation>
  </message>
  <message>
   <source>Dice of {1}</source>
   <translation>Dice von {1}</translation>
  </message>
  <message>
   <source>Disk</source>
   <translation>Festplatte</translation>
  </message>
  <message>
   <source>Doubtful, please choose: there are {1} {2} series that are equally good</source>
   <translation>Zweifelhaft, bitte wählen: {1} {2}-Serien sind gleich gut</translation>
  </message>
  <message>
   <source>Doubtful, please look: {1}</source>
   <translation>Zweifelhaft, bitte ansehen: {1}</translation>
  </message>
  <message>
   <source>Drawing the figures</source>
   <translation>Abbildungen werden gezeichnet</translation>
  </message>
  <message>
   <source>Drawn or brought in by a person</source>
   <translation>Von einer Person gezeichnet oder eingebracht</translation>
  </message>
  <message>
   <source>Each contrast is what it is called</source>
   <translation>Jede Sequenz ist, was sie heißt</translation>
  </message>
  <message>
   <source>Each round: {1} of training at every training site, patches of {2} voxels, learning rate {3}.</source>
   <translation>Jede Runde: {1} Training an jedem trainierenden Standort, Ausschnitte von {2} Voxeln, Lernrate {3}.</translation>
  </message>
  <message>
   <source>Edges of the images</source>
   <translation>Kanten der Bilder</translation>
  </message>
  <message>
   <source>Edit {1} was changed, or is not of this journal.</source>
   <translation>Bearbeitung {1} wurde verändert oder gehört nicht zu diesem Protokoll.</translation>
  </message>
  <message>
   <source>Epoch {1}, loss {2}</source>
   <translation>Epoche {1}, Verlust {2}</translation>
  </message>
  <message>
   <source>Even a small patch does not fit.</source>
   <translation>Nicht einmal ein kleiner Ausschnitt passt hinein.</translation>
  </message>
  <message>
   <source>Even out the brightness for registration</source>
   <translation>Helligkeit für die Registrierung ausgleichen</translation>
  </message>
  <message>
   <source>Every piece touches necrotic core</source>
   <translation>Jedes Stück berührt nekrotischen Kern</translation>
  </message>
  <message>
   <source>Exporting {1}</source>
   <translation>{1} exportieren</translation>
  </message>
  <message>
   <source>Fetching from {1}</source>
   <translation>Holen von {1}</translation>
  </message>
  <message>
   <source>Fewer than three sites have a case that can be used.</source>
   <translation>Weniger als drei Standorte haben einen verwendbaren Fall.</translation>
  </message>
  <message>
   <source>Fewer than {1} validate: no score is sent unless you agree to it.</source>
   <translation>Weniger als {1} validieren: Ohne Ihre Zustimmung wird kein Wert gesendet.</translation>
  </message>
  <message>
   <source>File {1} holds other frames than its header says.</source>
   <translation>Datei {1} enthält andere Bilder, als ihr Header sagt.</translation>
  </message>
  <message>
   <source>File {1} of {2}</source>
   <translation>Datei {1} von {2}</translation>
  </message>
  <message>
   <source>File {1} of {2} is damaged or gone.</source>
   <translation>Datei {1} von {2} ist beschädigt oder fort.</translation>
  </message>
  <message>
   <source>File {1} of {2}: {3}</source>
   <translation>Datei {1} von {2}: {3}</translation>
  </message>
  <message>
   <source>Files that belong to it are missing: {1}.</source>
   <translation>Zugehörige Dateien fehlen: {1}.</translation>
  </message>
  <message>
   <source>Find the brain</source>
   <translation>Gehirn finden</translation>
  </message>
  <message>
   <source>Finding out which series is which</source>
   <translation>Es wird ermittelt, welche Serie welche ist</translation>
  </message>
  <message>
   <source>Fine from {1} on, bad below {2}. From top to bottom: T1, T1Gd, T2, FLAIR.</source>
   <translation>Gut ab {1}, schlecht unter {2}. Von oben nach unten: T1, T1Gd, T2, FLAIR.</translation>
  </message>
  <message>
   <source>Finish the second reading first.</source>
   <translation>Schließen Sie zuerst die Zweitbefundung ab.</translation>
  </message>
  <message>
   <source>Fluid is bright in T2 and dark in FLAIR</source>
   <translation>Flüssigkeit ist hell in T2 und dunkel in FLAIR</translation>
  </message>
  <message>
   <source>Found {1}; {2} does not use them.</source>
   <translation>Gefunden: {1}; {2} verwendet sie nicht.</translation>
  </message>
  <message>
   <source>Four brains on one grid</source>
   <translation>Vier Gehirne auf einem Raster</translation>
  </message>
  <message>
   <source>Four volumes of numbers, each of the size of a head.</source>
   <translation>Vier Volumen aus Zahlen, jedes von der Größe eines Kopfes.</translation>
  </message>
  <message>
   <source>Fusing all labels</source>
   <translation>Alle Labels werden fusioniert</translation>
  </message>
  <message>
   <source>Fusing candidates of {1}</source>
   <translation>Kandidaten von {1} fusionieren</translation>
  </message>
  <message>
   <source>Geometry</source>
   <translation>Geometrie</translation>
  </message>
  <message>
   <source>Give a patient number, a name, an accession number or a date: an archive is large.</source>
   <translation>Geben Sie eine Patientennummer, einen Namen, eine Auftragsnummer oder ein Datum an: Ein Archiv ist groß.</translation>
  </message>
  <message>
   <source>Give dates as YYYYMMDD.</source>
   <translation>Geben Sie Daten als JJJJMMTT an.</translation>
  </message>
  <message>
   <source>Give name and password in their own fields, not inside the address.</source>
   <translation>Geben Sie Name und Passwort in ihren eigenen Feldern an, nicht in der Adresse.</translation>
  </message>
  <message>
   <source>Give the PACS a name of at most 60 characters.</source>
   <translation>Geben Sie dem PACS einen Namen von höchstens 60 Zeichen.</translation>
  </message>
  <message>
   <source>Give the address of the DICOMweb service, for example https://pacs.hospital/dicom-web.</source>
   <translation>Geben Sie die Adresse des DICOMweb-Dienstes an, zum Beispiel https://pacs.hospital/dicom-web.</translation>
  </message>
  <message>
   <source>Give the name or address of the computer.</source>
   <translation>Geben Sie Namen oder Adresse des Computers an.</translation>
  </message>
  <message>
   <source>Give the reviewer's name.</source>
   <translation>Geben Sie den Namen des Befunders an.</translation>
  </message>
  <message>
   <source>Greeting</source>
   <translation>Begrüßung</translation>
  </message>
  <message>
   <source>Growing the tumour</source>
   <translation>Der Tumor wächst</translation>
  </message>
  <message>
   <source>Headers kept</source>
   <translation>Header aufbewahrt</translation>
  </message>
  <message>
   <source>However its card is read, it finds next to nothing of the tumour in {1}. It may not know such images: score it on labelled cases before it proposes.</source>
   <translation>Wie man seine Karte auch liest: Vom Tumor in {1} findet es so gut wie nichts. Vielleicht kennt es solche Bilder nicht: Bewerten Sie es an Fällen mit bekannten Umrissen, bevor es vorschlägt.</translation>
  </message>
  <message>
   <source>Images or labels that it speaks of are not in it.</source>
   <translation>Bilder oder Labels, von denen es spricht, sind nicht darin.</translation>
  </message>
  <message>
   <source>In 8 bits the mean Dice changes by {1} over {2} case; a drop of {3} is allowed.</source>
   <translation>In 8 Bit ändert sich der mittlere Dice über {2} Fall um {1}; erlaubt ist ein Verlust von {3}.</translation>
  </message>
  <message>
   <source>In 8 bits the mean Dice changes by {1} over {2} cases (95 % interval {3} to {4}); a drop of {5} is allowed.</source>
   <translation>In 8 Bit ändert sich der mittlere Dice über {2} Fälle um {1} (95-%-Intervall {3} bis {4}); erlaubt ist ein Verlust von {5}.</translation>
  </message>
  <message>
   <source>In 8 bits the mean Dice changes by {1} over {2} cases; a drop of {3} is allowed.</source>
   <translation>In 8 Bit ändert sich der mittlere Dice über {2} Fälle um {1}; erlaubt ist ein Verlust von {3}.</translation>
  </message>
  <message>
   <source>In 8 bits the mean Dice changes by {1}; a drop of {2} is allowed.</source>
   <translation>In 8 Bit ändert sich der mittlere Dice um {1}; erlaubt ist ein Verlust von {2}.</translation>
  </message>
  <message>
   <source>In the way, without a workspace's records beside it: {1}.</source>
   <translation>Im Weg, ohne die Aufzeichnungen eines Arbeitsbereichs daneben: {1}.</translation>
  </message>
  <message>
   <source>In what {1} proposes, {2}.</source>
   <translation>Im Vorschlag von {1}: {2}.</translation>
  </message>
  <message>
   <source>In {1} of what it marks its regions contradict one another: ET lies within TC, and TC within WT.</source>
   <translation>In {1} dessen, was es markiert, widersprechen sich seine Regionen: ET liegt in TC und TC in WT.</translation>
  </message>
  <message>
   <source>Inside the brain</source>
   <translation>Im Gehirn</translation>
  </message>
  <message>
   <source>Inside the brain the likeness of T1Gd and the least similar contrast is {1} (1 is none); {2} % of the brain is empty in one of them. T1, T1Gd, T2 and FLAIR from top to bottom.</source>
   <translation>Im Gehirn ist die Ähnlichkeit von T1Gd und der unähnlichsten Sequenz {1} (1 ist keine); {2} % des Gehirns sind in einer davon leer. T1, T1Gd, T2 und FLAIR von oben nach unten.</translation>
  </message>
  <message>
   <source>Islands</source>
   <translation>Inseln</translation>
  </message>
  <message>
   <source>It answered with a failure</source>
   <translation>Es antwortete mit einem Fehlschlag</translation>
  </message>
  <message>
   <source>It answered with status {1}.</source>
   <translation>Es antwortete mit Status {1}.</translation>
  </message>
  <message>
   <source>It answered {1}.</source>
   <translation>Es antwortete {1}.</translation>
  </message>
  <message>
   <source>It answers a package that was not handed out from this workspace.</source>
   <translation>Es antwortet auf ein Paket, das nicht aus diesem Arbeitsbereich kam.</translation>
  </message>
  <message>
   <source>It answers for another federation or plan.</source>
   <translation>Er antwortet für eine andere Föderation oder einen anderen Plan.</translation>
  </message>
  <message>
   <source>It asks for something that the plan does not say.</source>
   <translation>Er verlangt etwas, das der Plan nicht sagt.</translation>
  </message>
  <message>
   <source>It belongs to another key than the one that was made here.</source>
   <translation>Es gehört zu einem anderen Schlüssel als dem hier gemachten.</translation>
  </message>
  <message>
   <source>It breaks off: it does not take this site's certificate.</source>
   <translation>Er bricht ab: Er nimmt das Zertifikat dieses Standorts nicht an.</translation>
  </message>
  <message>
   <source>It broke the connection off. {1}</source>
   <translation>Es brach die Verbindung ab. {1}</translation>
  </message>
  <message>
   <source>It broke the handshake off: it does not know this site's certificate.</source>
   <translation>Er brach den Handschlag ab: Er kennt das Zertifikat dieses Standorts nicht.</translation>
  </message>
  <message>
   <source>It came in a review package, which holds images in atlas space alone.</source>
   <translation>Er kam in einem Prüfpaket, das nur Bilder im Atlasraum enthält.</translation>
  </message>
  <message>
   <source>It came prepared, in a review package; what is drawn here must fit its images.</source>
   <translation>Er kam vorbereitet in einem Prüfpaket; was hier gezeichnet wird, muss zu seinen Bildern passen.</translation>
  </message>
  <message>
   <source>It cannot be used any more: make a new request.</source>
   <translation>Es ist nicht mehr verwendbar: Stellen Sie einen neuen Antrag.</translation>
  </message>
  <message>
   <source>It claims an image of {1} x {2} pixels.</source>
   <translation>Es gibt ein Bild von {1} x {2} Punkten an.</translation>
  </message>
  <message>
   <source>It claims more than {1} million voxels.</source>
   <translation>Es gibt mehr als {1} Millionen Voxel an.</translation>
  </message>
  <message>
   <source>It could not be kept.</source>
   <translation>Er konnte nicht aufbewahrt werden.</translation>
  </message>
  <message>
   <source>It could not be looked at; the greeting tells whether it is trusted.</source>
   <translation>Es konnte nicht angesehen werden; die Begrüßung zeigt, ob ihm vertraut wird.</translation>
  </message>
  <message>
   <source>It could not be measured.</source>
   <translation>Es konnte nicht gemessen werden.</translation>
  </message>
  <message>
   <source>It could not be read to its end.</source>
   <translation>Es war nicht bis zum Ende lesbar.</translation>
  </message>
  <message>
   <source>It could not be started: {1}.</source>
   <translation>Es konnte nicht gestartet werden: {1}.</translation>
  </message>
  <message>
   <source>It could not process the request</source>
   <translation>Es konnte die Anfrage nicht bearbeiten</translation>
  </message>
  <message>
   <source>It did not answer within {1} s. {2}</source>
   <translation>Es antwortete nicht innerhalb von {1} s. {2}</translation>
  </message>
  <message>
   <source>It did not take the objects (409).</source>
   <translation>Es nahm die Objekte nicht an (409).</translation>
  </message>
  <message>
   <source>It did not understand the request (400).</source>
   <translation>Es verstand die Anfrage nicht (400).</translation>
  </message>
  <message>
   <source>It does not allow this program to do that.</source>
   <translation>Es erlaubt diesem Programm das nicht.</translation>
  </message>
  <message>
   <source>It does not come from this federation's owner.</source>
   <translation>Es stammt nicht vom Inhaber dieser Föderation.</translation>
  </message>
  <message>
   <source>It does not find brains.</source>
   <translation>Es findet keine Gehirne.</translation>
  </message>
  <message>
   <source>It does not go by the AE title {theirs} (called AE title not recognised).</source>
   <translation>Es hört nicht auf den AE-Titel {theirs} (called AE title not recognised).</translation>
  </message>
  <message>
   <source>It does not hand out images in a form this program takes (406).</source>
   <translation>Es gibt keine Bilder in einer Form heraus, die dieses Programm annimmt (406).</translation>
  </message>
  <message>
   <source>It does not know the AE title {ours} as a place to send images to (move destination unknown).</source>
   <translation>Es kennt den AE-Titel {ours} nicht als Ziel zum Senden (move destination unknown).</translation>
  </message>
  <message>
   <source>It does not know the AE title {ours} that this program gives (calling AE title not recognised).</source>
   <translation>Es kennt den AE-Titel {ours} dieses Programms nicht (calling AE title not recognised).</translation>
  </message>
  <message>
   <source>It does not know this kind of request.</source>
   <translation>Es kennt diese Art von Anfrage nicht.</translation>
  </message>
  <message>
   <source>It does not offer this (501).</source>
   <translation>Es bietet das nicht (501).</translation>
  </message>
  <message>
   <source>It does not speak the DICOM network protocol that this program does.</source>
   <translation>Es spricht das DICOM-Netzprotokoll dieses Programms nicht.</translation>
  </message>
  <message>
   <source>It does not take objects of the kind {1}. {2}</source>
   <translation>Es nimmt keine Objekte der Art {1} an. {2}</translation>
  </message>
  <message>
   <source>It does not take objects of this kind (415).</source>
   <translation>Es nimmt keine Objekte dieser Art (415).</translation>
  </message>
  <message>
   <source>It does not take or hand out this kind of object.</source>
   <translation>Es nimmt diese Art von Objekt nicht an und gibt sie nicht heraus.</translation>
  </message>
  <message>
   <source>It does not take this site's name or certificate.</source>
   <translation>Er nimmt Namen oder Zertifikat dieses Standorts nicht an.</translation>
  </message>
  <message>
   <source>It ended before it listened; server.log may say why.</source>
   <translation>Er endete, bevor er horchte; vielleicht sagt server.log, warum.</translation>
  </message>
  <message>
   <source>It ended by itself; the file server.log in the folder says why.</source>
   <translation>Er endete von selbst; die Datei server.log im Ordner sagt, warum.</translation>
  </message>
  <message>
   <source>It ends in {1}.</source>
   <translation>Sie endet auf {1}.</translation>
  </message>
  <message>
   <source>It expired on {1}; ask IT for a new one.</source>
   <translation>Es ist am {1} abgelaufen; bitten Sie die IT um ein neues.</translation>
  </message>
  <message>
   <source>It gives values that are no numbers.</source>
   <translation>Es ergibt Werte, die keine Zahlen sind.</translation>
  </message>
  <message>
   <source>It goes on: {1}.</source>
   <translation>Es läuft: {1}.</translation>
  </message>
  <message>
   <source>It had been fetched before; ask for it again if a case is missing.</source>
   <translation>Es war schon geholt worden; fragen Sie erneut, wenn ein Fall fehlt.</translation>
  </message>
  <message>
   <source>It has as many connections as it takes (local limit exceeded).</source>
   <translation>Es hat so viele Verbindungen, wie es annimmt (local limit exceeded).</translation>
  </message>
  <message>
   <source>It has edits that no version holds yet; save them in Review first.</source>
   <translation>Er hat Änderungen, die noch keine Version enthält; speichern Sie sie zuerst unter „Prüfen“.</translation>
  </message>
  <message>
   <source>It has fewer than {1} characters.</source>
   <translation>Sie hat weniger als {1} Zeichen.</translation>
  </message>
  <message>
   <source>It has no room left (507).</source>
   <translation>Es hat keinen Platz mehr (507).</translation>
  </message>
  <message>
   <source>It has no trainable weights here, from which a federation could begin.</source>
   <translation>Es hat hier keine trainierbaren Gewichte, mit denen eine Föderation beginnen könnte.</translation>
  </message>
  <message>
   <source>It has not been prepared.</source>
   <translation>Er ist nicht vorbereitet.</translation>
  </message>
  <message>
   <source>It has not been registered yet.</source>
   <translation>Es wurde noch nicht registriert.</translation>
  </message>
  <message>
   <source>It has other tensors than the plan says.</source>
   <translation>Es hat andere Tensoren, als der Plan sagt.</translation>
  </message>
  <message>
   <source>It has the object already, under the same number.</source>
   <translation>Es hat das Objekt schon, unter derselben Nummer.</translation>
  </message>
  <message>
   <source>It has {1} voxels.</source>
   <translation>Es hat {1} Voxel.</translation>
  </message>
  <message>
   <source>It has {1} x {2} x {3} voxels, or lies elsewhere than the images.</source>
   <translation>Es hat {1} x {2} x {3} Voxel oder liegt anderswo als die Bilder.</translation>
  </message>
  <message>
   <source>It holds another simulation: other cases or settings.</source>
   <translation>Er enthält eine andere Simulation: andere Fälle oder Einstellungen.</translation>
  </message>
  <message>
   <source>It holds files that nothing in it speaks of.</source>
   <translation>Es enthält Dateien, von denen nichts darin spricht.</translation>
  </message>
  <message>
   <source>It holds no pixels.</source>
   <translation>Es enthält keine Bildpunkte.</translation>
  </message>
  <message>
   <source>It holds no plan.</source>
   <translation>Er enthält keinen Plan.</translation>
  </message>
  <message>
   <source>It holds what it does not name.</source>
   <translation>Es enthält, was es nicht nennt.</translation>
  </message>
  <message>
   <source>It holds {1} more than once.</source>
   <translation>Es enthält {1} mehr als einmal.</translation>
  </message>
  <message>
   <source>It is a certificate in binary form (DER); ask IT for the same in PEM form.</source>
   <translation>Es ist ein Zertifikat in binärer Form (DER); bitten Sie die IT um dasselbe in PEM-Form.</translation>
  </message>
  <message>
   <source>It is a colour picture, not a measured image.</source>
   <translation>Es ist ein Farbbild, kein gemessenes Bild.</translation>
  </message>
  <message>
   <source>It is a file, not a folder.</source>
   <translation>Es ist eine Datei, kein Ordner.</translation>
  </message>
  <message>
   <source>It is a mosaic that does not say how many slices it holds and where they lie.</source>
   <translation>Es ist ein Mosaik, das nicht sagt, wie viele Schichten es enthält und wo sie liegen.</translation>
  </message>
  <message>
   <source>It is a multi-frame image that does not say where its frames lie.</source>
   <translation>Es ist ein Mehrfachbild, das nicht sagt, wo seine Bilder liegen.</translation>
  </message>
  <message>
   <source>It is a {1}.</source>
   <translation>Es ist: {1}.</translation>
  </message>
  <message>
   <source>It is busy just now (temporary congestion).</source>
   <translation>Es ist gerade beschäftigt (temporary congestion).</translation>
  </message>
  <message>
   <source>It is busy or being serviced (503).</source>
   <translation>Es ist beschäftigt oder in Wartung (503).</translation>
  </message>
  <message>
   <source>It is busy: too many requests (429).</source>
   <translation>Es ist beschäftigt: zu viele Anfragen (429).</translation>
  </message>
  <message>
   <source>It is damaged, cut short, or no review package of this version.</source>
   <translation>Es ist beschädigt, abgeschnitten oder kein Prüfpaket dieser Version.</translation>
  </message>
  <message>
   <source>It is deflated, and its file meta information is damaged.</source>
   <translation>Es ist gepackt, und seine Metainformation ist beschädigt.</translation>
  </message>
  <message>
   <source>It is excluded.</source>
   <translation>Er ist ausgeschlossen.</translation>
  </message>
  <message>
   <source>It is for a site of another name.</source>
   <translation>Es ist für einen Standort anderen Namens.</translation>
  </message>
  <message>
   <source>It is full.</source>
   <translation>Er ist voll.</translation>
  </message>
  <message>
   <source>It is larger than any network this program runs.</source>
   <translation>Es ist größer als jedes Netz, das dieses Programm ausführt.</translation>
  </message>
  <message>
   <source>It is larger than any prepared image.</source>
   <translation>Es ist größer als jedes vorbereitete Bild.</translation>
  </message>
  <message>
   <source>It is not a request for a certificate, or it was changed.</source>
   <translation>Es ist kein Antrag auf ein Zertifikat, oder er wurde geändert.</translation>
  </message>
  <message>
   <source>It is not a table with commas, semicolons or tabs.</source>
   <translation>Es ist keine Tabelle mit Kommas, Semikolons oder Tabulatoren.</translation>
  </message>
  <message>
   <source>It is not empty.</source>
   <translation>Er ist nicht leer.</translation>
  </message>
  <message>
   <source>It is not installed: install the package fets-desktop-aggregator, or run installers/aggregator.sh.</source>
   <translation>Er ist nicht installiert: Installieren Sie das Paket fets-desktop-aggregator oder führen Sie installers/aggregator.sh aus.</translation>
  </message>
  <message>
   <source>It is not the initial model of the plan.</source>
   <translation>Es ist nicht das Anfangsmodell des Plans.</translation>
  </message>
  <message>
   <source>It is not the key of the certificate.</source>
   <translation>Es ist nicht der Schlüssel des Zertifikats.</translation>
  </message>
  <message>
   <source>It is not under way in this window or command.</source>
   <translation>Sie läuft in diesem Fenster oder Befehl nicht.</translation>
  </message>
  <message>
   <source>It is not valid before {1}.</source>
   <translation>Es gilt nicht vor {1}.</translation>
  </message>
  <message>
   <source>It is not valid yet: is this computer's clock right?</source>
   <translation>Es gilt noch nicht: Geht die Uhr dieses Computers richtig?</translation>
  </message>
  <message>
   <source>It is not where it was kept.</source>
   <translation>Er ist nicht dort, wo er aufbewahrt wurde.</translation>
  </message>
  <message>
   <source>It is of a later version, or no backup of this program.</source>
   <translation>Sie ist von einer späteren Version oder keine Sicherung dieses Programms.</translation>
  </message>
  <message>
   <source>It is of version 1 of nnU-Net; results of version 2 can be taken in.</source>
   <translation>Es ist von Version 1 von nnU-Net; übernommen werden Ergebnisse der Version 2.</translation>
  </message>
  <message>
   <source>It is open for review; leave it first.</source>
   <translation>Er ist zum Prüfen geöffnet; verlassen Sie ihn zuerst.</translation>
  </message>
  <message>
   <source>It is out of resources</source>
   <translation>Ihm fehlen Mittel</translation>
  </message>
  <message>
   <source>It is out of resources and could not count what matches.</source>
   <translation>Ihm fehlen Mittel, und es konnte die Treffer nicht zählen.</translation>
  </message>
  <message>
   <source>It is out of resources and could not send the images.</source>
   <translation>Ihm fehlen Mittel, und es konnte die Bilder nicht senden.</translation>
  </message>
  <message>
   <source>It is out of resources, for example its disk is full.</source>
   <translation>Ihm fehlen Mittel, zum Beispiel ist sein Datenträger voll.</translation>
  </message>
  <message>
   <source>It is signed already.</source>
   <translation>Es ist schon unterzeichnet.</translation>
  </message>
  <message>
   <source>It is signed in a way that this program does not know.</source>
   <translation>Es ist auf eine Art unterzeichnet, die dieses Programm nicht kennt.</translation>
  </message>
  <message>
   <source>It is the key of the certificate.</source>
   <translation>Es ist der Schlüssel des Zertifikats.</translation>
  </message>
  <message>
   <source>It is the owner's, for this name, valid for {1} days, over {2}.</source>
   <translation>Es ist das des Inhabers, für diesen Namen, {1} Tage gültig, über {2}.</translation>
  </message>
  <message>
   <source>It lies in the workspace itself, and would be lost with it.</source>
   <translation>Sie liegt im Arbeitsbereich selbst und ginge mit ihm verloren.</translation>
  </message>
  <message>
   <source>It lies within the backup or the present workspace, or around one.</source>
   <translation>Er liegt in der Sicherung oder dem jetzigen Arbeitsbereich oder um einen davon.</translation>
  </message>
  <message>
   <source>It lists more images than any examination has.</source>
   <translation>Es führt mehr Bilder auf, als eine Untersuchung hat.</translation>
  </message>
  <message>
   <source>It may be {1}.</source>
   <translation>Es kann {1} sein.</translation>
  </message>
  <message>
   <source>It mixes images of {1} {2}.</source>
   <translation>Sie mischt Bilder von {1} {2}.</translation>
  </message>
  <message>
   <source>It mixes magnitude, phase or other parts of a complex image.</source>
   <translation>Sie mischt Betrag, Phase oder andere Teile eines komplexen Bildes.</translation>
  </message>
  <message>
   <source>It names no case.</source>
   <translation>Sie nennt keinen Fall.</translation>
  </message>
  <message>
   <source>It names nobody.</source>
   <translation>Es nennt niemanden.</translation>
  </message>
  <message>
   <source>It offers nothing of what was asked (no presentation context accepted).</source>
   <translation>Es bietet nichts vom Verlangten (no presentation context accepted).</translation>
  </message>
  <message>
   <source>It promises more than it holds.</source>
   <translation>Es verspricht mehr, als es enthält.</translation>
  </message>
  <message>
   <source>It puts cases of one patient on both sides: {1} is one of them.</source>
   <translation>Es stellt Fälle eines Patienten auf beide Seiten: {1} ist einer davon.</translation>
  </message>
  <message>
   <source>It ran into a fault of its own ({1}).</source>
   <translation>Es stieß auf einen eigenen Fehler ({1}).</translation>
  </message>
  <message>
   <source>It ran out on {1}.</source>
   <translation>Es ist am {1} abgelaufen.</translation>
  </message>
  <message>
   <source>It rejected the association and gave no reason.</source>
   <translation>Es lehnte die Verbindung ohne Grund ab.</translation>
  </message>
  <message>
   <source>It runs in 8 bits with the parts that matter most left in 32.</source>
   <translation>Es läuft in 8 Bit, die wichtigsten Teile blieben in 32.</translation>
  </message>
  <message>
   <source>It runs in 8 bits.</source>
   <translation>Es läuft in 8 Bit.</translation>
  </message>
  <message>
   <source>It runs out soon: tell the owner.</source>
   <translation>Es läuft bald ab: Sagen Sie es dem Inhaber.</translation>
  </message>
  <message>
   <source>It says more than a review package has to say.</source>
   <translation>Es sagt mehr, als ein Prüfpaket zu sagen hat.</translation>
  </message>
  <message>
   <source>It says that it has {1} frames, but gives the places of {2}.</source>
   <translation>Es sagt, dass es {1} Bilder hat, nennt aber die Orte von {2}.</translation>
  </message>
  <message>
   <source>It says that the object's number is not valid.</source>
   <translation>Es sagt, dass die Nummer des Objekts ungültig ist.</translation>
  </message>
  <message>
   <source>It says that the request does not fit the kind of search.</source>
   <translation>Es sagt, dass die Anfrage nicht zur Art der Suche passt.</translation>
  </message>
  <message>
   <source>It sends the request on to another address, where it is not sent; if that is right, enter that one.</source>
   <translation>Es schickt die Anfrage an eine andere Adresse weiter, wohin sie nicht gesendet wird; ist das richtig, tragen Sie jene ein.</translation>
  </message>
  <message>
   <source>It speaks another version of the DICOM network protocol.</source>
   <translation>Es spricht eine andere Version des DICOM-Netzprotokolls.</translation>
  </message>
  <message>
   <source>It stands at: {1}.</source>
   <translation>Er steht bei: {1}.</translation>
  </message>
  <message>
   <source>It takes one case to calibrate on and another to score on.</source>
   <translation>Es braucht einen Fall zum Kalibrieren und einen anderen zum Bewerten.</translation>
  </message>
  <message>
   <source>It unpacks to more than {1} MB.</source>
   <translation>Es entpackt sich zu mehr als {1} MB.</translation>
  </message>
  <message>
   <source>It wants a name and password, or does not accept those that are entered (401).</source>
   <translation>Es verlangt Name und Passwort oder nimmt die eingegebenen nicht an (401).</translation>
  </message>
  <message>
   <source>It was changed after its owner had signed it.</source>
   <translation>Sie wurde geändert, nachdem der Inhaber sie unterschrieben hatte.</translation>
  </message>
  <message>
   <source>It was changed while it was checked.</source>
   <translation>Es wurde während der Prüfung geändert.</translation>
  </message>
  <message>
   <source>It was chosen the last time. Its drive may be out, or it was moved.</source>
   <translation>Er wurde beim letzten Mal gewählt. Vielleicht ist sein Laufwerk abgezogen, oder er wurde verschoben.</translation>
  </message>
  <message>
   <source>It was drawn on other images than those that were handed out.</source>
   <translation>Es wurde auf anderen Bildern gezeichnet als den weitergegebenen.</translation>
  </message>
  <message>
   <source>It was exported once: those copies are not touched.</source>
   <translation>Er wurde einmal exportiert: Jene Kopie bleibt unberührt.</translation>
  </message>
  <message>
   <source>It was exported {1} times: those copies are not touched.</source>
   <translation>Er wurde {1}-mal exportiert: Jene Kopien bleiben unberührt.</translation>
  </message>
  <message>
   <source>It was handed out for review once: those copies are not touched.</source>
   <translation>Er wurde einmal zum Prüfen weitergegeben: Jene Kopie bleibt unberührt.</translation>
  </message>
  <message>
   <source>It was handed out for review {1} times: those copies are not touched.</source>
   <translation>Er wurde {1}-mal zum Prüfen weitergegeben: Jene Kopien bleiben unberührt.</translation>
  </message>
  <message>
   <source>It was handed out from this workspace; what comes back is an answer.</source>
   <translation>Es wurde aus diesem Arbeitsbereich weitergegeben; zurück kommt eine Antwort.</translation>
  </message>
  <message>
   <source>It was made by a newer version of this program.</source>
   <translation>Sie wurde von einer neueren Version dieses Programms gemacht.</translation>
  </message>
  <message>
   <source>It was not measured.</source>
   <translation>Es wurde nicht gemessen.</translation>
  </message>
  <message>
   <source>It was prepared anew meanwhile; let the model propose again.</source>
   <translation>Er wurde inzwischen neu vorbereitet; lassen Sie das Modell erneut vorschlagen.</translation>
  </message>
  <message>
   <source>It was sent to a PACS once: those copies are not touched.</source>
   <translation>Er wurde einmal an ein PACS gesendet: Jene Kopie bleibt unberührt.</translation>
  </message>
  <message>
   <source>It was sent to a PACS {1} times: those copies are not touched.</source>
   <translation>Er wurde {1}-mal an ein PACS gesendet: Jene Kopien bleiben unberührt.</translation>
  </message>
  <message>
   <source>Its DICOM header is damaged or cut short.</source>
   <translation>Der DICOM-Header ist beschädigt oder abgeschnitten.</translation>
  </message>
  <message>
   <source>Its answer is longer than any that was asked for. {1}</source>
   <translation>Seine Antwort ist länger als jede erbetene. {1}</translation>
  </message>
  <message>
   <source>Its answer is not that of a DICOMweb service. {1}</source>
   <translation>Seine Antwort ist nicht die eines DICOMweb-Dienstes. {1}</translation>
  </message>
  <message>
   <source>Its brain mask is empty.</source>
   <translation>Seine Hirnmaske ist leer.</translation>
  </message>
  <message>
   <source>Its brightness could not be evened out.</source>
   <translation>Die Helligkeit ließ sich nicht ausgleichen.</translation>
  </message>
  <message>
   <source>Its brightness is stored upside down (MONOCHROME1).</source>
   <translation>Seine Helligkeit ist umgekehrt gespeichert (MONOCHROME1).</translation>
  </message>
  <message>
   <source>Its card does not describe a network that this program runs.</source>
   <translation>Seine Karte beschreibt kein Netz, das dieses Programm ausführt.</translation>
  </message>
  <message>
   <source>Its card does not say in which precision it calculates.</source>
   <translation>Seine Karte sagt nicht, in welcher Genauigkeit es rechnet.</translation>
  </message>
  <message>
   <source>Its card is longer than any card.</source>
   <translation>Seine Karte ist länger als jede Karte.</translation>
  </message>
  <message>
   <source>Its card is missing or damaged.</source>
   <translation>Die Karte fehlt oder ist beschädigt.</translation>
  </message>
  <message>
   <source>Its card or network is missing or damaged.</source>
   <translation>Karte oder Netz fehlen oder sind beschädigt.</translation>
  </message>
  <message>
   <source>Its card says int8, but nothing in its network calculates in 8 bits.</source>
   <translation>Seine Karte sagt int8, aber nichts in seinem Netz rechnet in 8 Bit.</translation>
  </message>
  <message>
   <source>Its card says {1}, but its network calculates in 8 bits.</source>
   <translation>Seine Karte sagt {1}, aber sein Netz rechnet in 8 Bit.</translation>
  </message>
  <message>
   <source>Its certificate</source>
   <translation>Sein Zertifikat</translation>
  </message>
  <message>
   <source>Its classes do not map: {1} is none of {2}, {3}.</source>
   <translation>Seine Klassen lassen sich nicht zuordnen: {1} ist keine von {2}, {3}.</translation>
  </message>
  <message>
   <source>Its compressed pixels are longer than the image that they claim.</source>
   <translation>Seine komprimierten Bildpunkte sind länger als das angegebene Bild.</translation>
  </message>
  <message>
   <source>Its compressed pixels are {1} x {2}, but its header says {3} x {4}.</source>
   <translation>Seine komprimierten Bildpunkte sind {1} x {2}, der Header sagt {3} x {4}.</translation>
  </message>
  <message>
   <source>Its contrasts were changed meanwhile; it is prepared again from the new ones.</source>
   <translation>Seine Sequenzen wurden inzwischen geändert; er wird aus den neuen erneut vorbereitet.</translation>
  </message>
  <message>
   <source>Its date is missing, or not of the form 2026-01-31.</source>
   <translation>Das Datum fehlt oder hat nicht die Form 2026-01-31.</translation>
  </message>
  <message>
   <source>Its date lies in the future.</source>
   <translation>Das Datum liegt in der Zukunft.</translation>
  </message>
  <message>
   <source>Its deflated header is damaged.</source>
   <translation>Sein gepackter Header ist beschädigt.</translation>
  </message>
  <message>
   <source>Its first line lacks the columns: {1}.</source>
   <translation>In der ersten Zeile fehlen die Spalten: {1}.</translation>
  </message>
  <message>
   <source>Its folder was moved or removed, or its drive taken out, while the program ran. Put it back, and try again.</source>
   <translation>Der Ordner wurde verschoben oder entfernt oder sein Laufwerk abgezogen, während das Programm lief. Bringen Sie ihn zurück und versuchen Sie es erneut.</translation>
  </message>
  <message>
   <source>Its header promises {1} GiB of voxels.</source>
   <translation>Der Header verspricht {1} GiB Voxel.</translation>
  </message>
  <message>
   <source>Its images and labels do not lie on one grid.</source>
   <translation>Seine Bilder und Labels liegen nicht auf einem Raster.</translation>
  </message>
  <message>
   <source>Its images belong to {1} {2}.</source>
   <translation>Ihre Bilder gehören zu {1} {2}.</translation>
  </message>
  <message>
   <source>Its key cannot be read.</source>
   <translation>Ihr Schlüssel ist nicht lesbar.</translation>
  </message>
  <message>
   <source>Its key is of another kind.</source>
   <translation>Sein Schlüssel ist von anderer Art.</translation>
  </message>
  <message>
   <source>Its labels do not lie on the grid of the case's images.</source>
   <translation>Seine Labels liegen nicht auf dem Raster der Bilder des Falls.</translation>
  </message>
  <message>
   <source>Its labels stand on another grid than its images.</source>
   <translation>Seine Labels liegen auf einem anderen Raster als seine Bilder.</translation>
  </message>
  <message>
   <source>Its list names files that no workspace has, or lacks the records.</source>
   <translation>Ihre Liste nennt Dateien, die kein Arbeitsbereich hat, oder die Aufzeichnungen fehlen.</translation>
  </message>
  <message>
   <source>Its list of files cannot be read.</source>
   <translation>Ihre Dateiliste ist nicht lesbar.</translation>
  </message>
  <message>
   <source>Its list of hashes is longer than any.</source>
   <translation>Seine Liste der Hashes ist länger als jede.</translation>
  </message>
  <message>
   <source>Its loss is no number.</source>
   <translation>Sein Verlust ist keine Zahl.</translation>
  </message>
  <message>
   <source>Its name, or that of a folder above it, is not written in UTF-8.</source>
   <translation>Sein Name oder der eines Ordners darüber ist nicht in UTF-8 geschrieben.</translation>
  </message>
  <message>
   <source>Its network cannot take images of the size on its card.</source>
   <translation>Sein Netz kann keine Bilder der Größe auf seiner Karte nehmen.</translation>
  </message>
  <message>
   <source>Its network cannot take images of this size.</source>
   <translation>Sein Netz kann keine Bilder dieser Größe nehmen.</translation>
  </message>
  <message>
   <source>Its network does not have the channels that its card names.</source>
   <translation>Sein Netz hat nicht die Kanäle, die seine Karte nennt.</translation>
  </message>
  <message>
   <source>Its network has more than one input or output.</source>
   <translation>Sein Netz hat mehr als eine Eingabe oder Ausgabe.</translation>
  </message>
  <message>
   <source>Its network is damaged.</source>
   <translation>Sein Netz ist beschädigt.</translation>
  </message>
  <message>
   <source>Its newest labels are empty: no voxel is marked.</source>
   <translation>Seine neuesten Labels sind leer: Kein Voxel ist markiert.</translation>
  </message>
  <message>
   <source>Its number is missing.</source>
   <translation>Die Nummer fehlt.</translation>
  </message>
  <message>
   <source>Its outline is drawn on T1Gd (upper row) and FLAIR (lower row).</source>
   <translation>Sein Umriss ist auf T1Gd (obere Reihe) und FLAIR (untere Reihe) gezeichnet.</translation>
  </message>
  <message>
   <source>Its passphrase is another one, or the key is damaged.</source>
   <translation>Die Passphrase ist eine andere, oder der Schlüssel ist beschädigt.</translation>
  </message>
  <message>
   <source>Its records are lost: {1} is missing or empty.</source>
   <translation>Seine Aufzeichnungen sind verloren: {1} fehlt oder ist leer.</translation>
  </message>
  <message>
   <source>Its records could not be read.</source>
   <translation>Ihre Aufzeichnungen waren nicht lesbar.</translation>
  </message>
  <message>
   <source>Its records have schema {1}, this program knows {2}.</source>
   <translation>Seine Aufzeichnungen haben Schema {1}, dieses Programm kennt {2}.</translation>
  </message>
  <message>
   <source>Its series are not converted yet.</source>
   <translation>Seine Serien sind noch nicht umgewandelt.</translation>
  </message>
  <message>
   <source>Its signature does not hold: it was changed after it was signed.</source>
   <translation>Seine Unterschrift gilt nicht: Es wurde nach dem Unterzeichnen geändert.</translation>
  </message>
  <message>
   <source>Its signature is longer than any.</source>
   <translation>Seine Unterschrift ist länger als jede.</translation>
  </message>
  <message>
   <source>Its site is not in the plan.</source>
   <translation>Sein Standort steht nicht im Plan.</translation>
  </message>
  <message>
   <source>Its slices are shifted against each other by {1} degrees (gantry tilt).</source>
   <translation>Ihre Schichten sind um {1} Grad gegeneinander verschoben (Gantry-Kippung).</translation>
  </message>
  <message>
   <source>Its slices have different sizes; images of several series are mixed.</source>
   <translation>Ihre Schichten haben verschiedene Größen; Bilder mehrerer Serien sind vermischt.</translation>
  </message>
  <message>
   <source>Its values mean something only through a table (Modality LUT).</source>
   <translation>Seine Werte bedeuten nur durch eine Tabelle etwas (Modality LUT).</translation>
  </message>
  <message>
   <source>Its voxels are colours or complex numbers.</source>
   <translation>Die Voxel sind Farben oder komplexe Zahlen.</translation>
  </message>
  <message>
   <source>Its {1} is compressed, as no model's is.</source>
   <translation>{1} darin ist komprimiert, wie es bei keinem Modell ist.</translation>
  </message>
  <message>
   <source>Its {1} was changed after the model was made.</source>
   <translation>{1} darin wurde geändert, nachdem das Modell gemacht war.</translation>
  </message>
  <message>
   <source>Keeping the headers</source>
   <translation>Header werden aufbewahrt</translation>
  </message>
  <message>
   <source>Label values</source>
   <translation>Labelwerte</translation>
  </message>
  <message>
   <source>Labels that it speaks of are not in it.</source>
   <translation>Labels, von denen es spricht, sind nicht darin.</translation>
  </message>
  <message>
   <source>Leaving the parts that matter most in 32 bits did not help either.</source>
   <translation>Die wichtigsten Teile in 32 Bit zu lassen, half auch nicht.</translation>
  </message>
  <message>
   <source>Left and right rest on the image's header alone: were all four images mirrored alike, no program could see it.</source>
   <translation>Links und rechts beruhen allein auf dem Header des Bildes: Wären alle vier Bilder gleich gespiegelt, könnte kein Programm es sehen.</translation>
  </message>
  <message>
   <source>Let a time service set it: certificates may be refused, and the ledger's times are wrong.</source>
   <translation>Lassen Sie sie von einem Zeitdienst stellen: Zertifikate können abgelehnt werden, und die Zeiten im Sendeprotokoll sind falsch.</translation>
  </message>
  <message>
   <source>Line {1} of the edit journal cannot be used.</source>
   <translation>Zeile {1} des Änderungsjournals ist nicht verwendbar.</translation>
  </message>
  <message>
   <source>Line {1} of the ledger is not what was written.</source>
   <translation>Zeile {1} des Sendeprotokolls ist nicht, was geschrieben wurde.</translation>
  </message>
  <message>
   <source>Listing files</source>
   <translation>Dateien werden aufgelistet</translation>
  </message>
  <message>
   <source>Listing files: {1}</source>
   <translation>Dateien werden aufgelistet: {1}</translation>
  </message>
  <message>
   <source>Loading the model</source>
   <translation>Modell wird geladen</translation>
  </message>
  <message>
   <source>Looking at the cases</source>
   <translation>Fälle werden angesehen</translation>
  </message>
  <message>
   <source>Looking at the files</source>
   <translation>Dateien ansehen</translation>
  </message>
  <message>
   <source>Looking at what is set aside</source>
   <translation>Beiseitegelegtes ansehen</translation>
  </message>
  <message>
   <source>Looking at what is set aside: {1} of {2}</source>
   <translation>Beiseitegelegtes wird angesehen: {1} von {2}</translation>
  </message>
  <message>
   <source>Looking for patients' names</source>
   <translation>Patientennamen suchen</translation>
  </message>
  <message>
   <source>Looking where they disagree</source>
   <translation>Es wird gesucht, wo sie sich unterscheiden</translation>
  </message>
  <message>
   <source>Making a backup</source>
   <translation>Sicherung machen</translation>
  </message>
  <message>
   <source>Making a demo patient</source>
   <translation>Demo-Patienten erzeugen</translation>
  </message>
  <message>
   <source>Making the model small and quick</source>
   <translation>Modell wird klein und schnell gemacht</translation>
  </message>
  <message>
   <source>Making the parts that matter exact again</source>
   <translation>Die wichtigsten Teile werden wieder genau gemacht</translation>
  </message>
  <message>
   <source>Mean Dice</source>
   <translation>Mittlerer Dice</translation>
  </message>
  <message>
   <source>Measuring what a round takes</source>
   <translation>Misst, was eine Runde dauert</translation>
  </message>
  <message>
   <source>Memory</source>
   <translation>Arbeitsspeicher</translation>
  </message>
  <message>
   <source>Mixing the contrasts</source>
   <translation>Die Kontraste werden gemischt</translation>
  </message>
  <message>
   <source>More than {1}.</source>
   <translation>Mehr als {1}.</translation>
  </message>
  <message>
   <source>Most of {1} is exactly zero: the skull may have been taken off before.</source>
   <translation>Das meiste von {1} ist genau null: Vielleicht wurde der Schädel schon entfernt.</translation>
  </message>
  <message>
   <source>Moved by 5 mm or 5 degrees, {1} % of the likeness would be lost: that is how sharply this position stands out.</source>
   <translation>Um 5 mm oder 5 Grad bewegt, gingen {1} % der Ähnlichkeit verloren: So scharf hebt sich diese Lage ab.</translation>
  </message>
  <message>
   <source>Name two versions of one case.</source>
   <translation>Nennen Sie zwei Versionen eines Falls.</translation>
  </message>
  <message>
   <source>No DICOM headers are kept of this series: it came as NIfTI, or is not converted.</source>
   <translation>Von dieser Serie werden keine DICOM-Header aufbewahrt: Sie kam als NIfTI oder ist nicht umgewandelt.</translation>
  </message>
  <message>
   <source>No approved case is on the training side.</source>
   <translation>Auf der Trainingsseite steht kein freigegebener Fall.</translation>
  </message>
  <message>
   <source>No approved case is on the validation side of the split.</source>
   <translation>Auf der Validierungsseite der Aufteilung steht kein freigegebener Fall.</translation>
  </message>
  <message>
   <source>No brain is to be seen.</source>
   <translation>Es ist kein Gehirn zu sehen.</translation>
  </message>
  <message>
   <source>No candidate came through. {1}</source>
   <translation>Kein Kandidat kam durch. {1}</translation>
  </message>
  <message>
   <source>No case is approved yet.</source>
   <translation>Noch ist kein Fall freigegeben.</translation>
  </message>
  <message>
   <source>No case of {1} can be used.</source>
   <translation>Kein Fall von {1} ist verwendbar.</translation>
  </message>
  <message>
   <source>No case validates: no score is sent.</source>
   <translation>Kein Fall validiert: Es wird kein Wert gesendet.</translation>
  </message>
  <message>
   <source>No certificate can bear {1} as a server's name.</source>
   <translation>Kein Zertifikat kann {1} als Namen eines Servers tragen.</translation>
  </message>
  <message>
   <source>No certificate was taken in yet.</source>
   <translation>Noch wurde kein Zertifikat übernommen.</translation>
  </message>
  <message>
   <source>No enhancing tumour</source>
   <translation>Kein kontrastmittelaufnehmender Tumor</translation>
  </message>
  <message>
   <source>No folder can be made there.</source>
   <translation>Dort kann kein Ordner angelegt werden.</translation>
  </message>
  <message>
   <source>No head is to be seen.</source>
   <translation>Es ist kein Kopf zu sehen.</translation>
  </message>
  <message>
   <source>No headers of the series are kept.</source>
   <translation>Von der Serie werden keine Header aufbewahrt.</translation>
  </message>
  <message>
   <source>No image is named there.</source>
   <translation>Dort ist kein Bild genannt.</translation>
  </message>
  <message>
   <source>No image lies under {1}.</source>
   <translation>Unter {1} liegt kein Bild.</translation>
  </message>
  <message>
   <source>No known signer has this fingerprint.</source>
   <translation>Kein bekannter Unterzeichner hat diesen Fingerabdruck.</translation>
  </message>
  <message>
   <source>No label scheme uses all the values found.</source>
   <translation>Kein Labelschema verwendet alle gefundenen Werte.</translation>
  </message>
  <message>
   <source>No member of the fusion came through for it.</source>
   <translation>Kein Mitglied der Fusion kam dafür durch.</translation>
  </message>
  <message>
   <source>No model has been chosen yet.</source>
   <translation>Noch wurde kein Modell gewählt.</translation>
  </message>
  <message>
   <source>No model here is called {1}.</source>
   <translation>Kein Modell hier heißt {1}.</translation>
  </message>
  <message>
   <source>No model was named.</source>
   <translation>Es wurde kein Modell genannt.</translation>
  </message>
  <message>
   <source>No patient is named there.</source>
   <translation>Dort ist kein Patient genannt.</translation>
  </message>
  <message>
   <source>No picture: its pixels cannot be shown.</source>
   <translation>Kein Bild: Seine Bildpunkte lassen sich nicht zeigen.</translation>
  </message>
  <message>
   <source>No picture: text may be burnt into it.</source>
   <translation>Kein Bild: Es ist vielleicht Text eingebrannt.</translation>
  </message>
  <message>
   <source>No request was made here.</source>
   <translation>Hier wurde kein Antrag gestellt.</translation>
  </message>
  <message>
   <source>No round was scored yet; name one.</source>
   <translation>Noch wurde keine Runde bewertet; nennen Sie eine.</translation>
  </message>
  <message>
   <source>No split has been drawn yet.</source>
   <translation>Noch wurde keine Aufteilung gezogen.</translation>
  </message>
  <message>
   <source>No time service keeps this computer's clock.</source>
   <translation>Kein Zeitdienst stellt die Uhr dieses Computers.</translation>
  </message>
  <message>
   <source>No {1}: confirm that the tumour has none</source>
   <translation>Kein {1}: Bestätigen Sie, dass der Tumor keines hat</translation>
  </message>
  <message>
   <source>Nobody has said whether the case was scanned before or after surgery.</source>
   <translation>Niemand hat gesagt, ob der Fall vor oder nach der Operation aufgenommen wurde.</translation>
  </message>
  <message>
   <source>None is set.</source>
   <translation>Keiner ist gesetzt.</translation>
  </message>
  <message>
   <source>None of its classes is a part of a tumour.</source>
   <translation>Keine seiner Klassen ist Teil eines Tumors.</translation>
  </message>
  <message>
   <source>None of its {1} names is known here.</source>
   <translation>Keiner seiner {1} Namen ist hier bekannt.</translation>
  </message>
  <message>
   <source>Normalising the images</source>
   <translation>Bilder werden normalisiert</translation>
  </message>
  <message>
   <source>Not approved: {1}.</source>
   <translation>Nicht freigegeben: {1}.</translation>
  </message>
  <message>
   <source>Not even a single patch of the network fits.</source>
   <translation>Nicht einmal ein einziger Ausschnitt des Netzes passt hinein.</translation>
  </message>
  <message>
   <source>Not even a small part of the brain fits.</source>
   <translation>Nicht einmal ein kleiner Teil des Gehirns passt hinein.</translation>
  </message>
  <message>
   <source>Not there yet: make the request, and take in the owner's answer.</source>
   <translation>Noch nicht da: Stellen Sie den Antrag und übernehmen Sie die Antwort des Inhabers.</translation>
  </message>
  <message>
   <source>Nothing has been labelled yet.</source>
   <translation>Noch ist nichts mit Labels versehen.</translation>
  </message>
  <message>
   <source>Nothing has been proposed or drawn for this case yet.</source>
   <translation>Für diesen Fall wurde noch nichts vorgeschlagen oder gezeichnet.</translation>
  </message>
  <message>
   <source>Nothing is labelled</source>
   <translation>Nichts hat ein Label</translation>
  </message>
  <message>
   <source>Nothing listens at the server's port: it may be stopped.</source>
   <translation>Am Port des Servers horcht nichts: Vielleicht ist er gestoppt.</translation>
  </message>
  <message>
   <source>Nothing was drawn or approved here since the package came.</source>
   <translation>Seit das Paket kam, wurde hier nichts gezeichnet oder freigegeben.</translation>
  </message>
  <message>
   <source>Nothing was registered and nothing interpolated: the transforms are the identity. Left and right rest on the images' headers alone.</source>
   <translation>Nichts wurde registriert und nichts interpoliert: Die Transformationen sind die Identität. Links und rechts beruhen allein auf den Headern der Bilder.</translation>
  </message>
  <message>
   <source>Of {1} labelled voxels {2} lie on the images of the series.</source>
   <translation>Von {1} Voxeln mit Label liegen {2} auf den Bildern der Serie.</translation>
  </message>
  <message>
   <source>Of {1} places one place has more than one slice.</source>
   <translation>Von {1} Orten hat einer mehr als eine Schicht.</translation>
  </message>
  <message>
   <source>Of {1} places one slice is missing.</source>
   <translation>Von {1} Orten fehlt eine Schicht.</translation>
  </message>
  <message>
   <source>Of {1} places {2} missing.</source>
   <translation>Von {1} Orten fehlen: {2}.</translation>
  </message>
  <message>
   <source>Of {1} places {2} more than one slice.</source>
   <translation>Von {1} Orten: {2} mehr als eine Schicht.</translation>
  </message>
  <message>
   <source>Of {1} places {2} places have more than one slice.</source>
   <translation>Von {1} Orten haben {2} mehr als eine Schicht.</translation>
  </message>
  <message>
   <source>Of {1} places {2} slices are missing.</source>
   <translation>Von {1} Orten fehlen {2} Schichten.</translation>
  </message>
  <message>
   <source>On its card, {1}.</source>
   <translation>Auf seiner Karte: {1}.</translation>
  </message>
  <message>
   <source>On this series' grid no voxel is marked.</source>
   <translation>Auf dem Raster dieser Serie ist kein Voxel markiert.</translation>
  </message>
  <message>
   <source>One case tells little, and has no interval: more would tell more surely.</source>
   <translation>Ein Fall sagt wenig und hat kein Intervall: Mehr sagten es sicherer.</translation>
  </message>
  <message>
   <source>One piece</source>
   <translation>Ein Stück</translation>
  </message>
  <message>
   <source>One step or one scored case took so long here that measuring was ended.</source>
   <translation>Ein Schritt oder ein bewerteter Fall dauerte hier so lange, dass die Messung beendet wurde.</translation>
  </message>
  <message>
   <source>Only an archive lies there; unpack it first.</source>
   <translation>Dort liegt nur ein Archiv; packen Sie es zuerst aus.</translation>
  </message>
  <message>
   <source>Only {1} % of the brain is inside the field of view of {2}.</source>
   <translation>Nur {1} % des Gehirns liegen im Bildfeld von {2}.</translation>
  </message>
  <message>
   <source>Only {1} % of the brain is inside the field of view.</source>
   <translation>Nur {1} % des Gehirns liegen im Bildfeld.</translation>
  </message>
  <message>
   <source>Opening images</source>
   <translation>Bilder werden geöffnet</translation>
  </message>
  <message>
   <source>Over http the password would travel unprotected: use https.</source>
   <translation>Über http ginge das Passwort ungeschützt: Verwenden Sie https.</translation>
  </message>
  <message>
   <source>Preparing {1}</source>
   <translation>{1} vorbereiten</translation>
  </message>
  <message>
   <source>Proposed by a model, corrected by a person</source>
   <translation>Von einem Modell vorgeschlagen, von einer Person berichtigt</translation>
  </message>
  <message>
   <source>Proposed by a model, not corrected</source>
   <translation>Von einem Modell vorgeschlagen, nicht berichtigt</translation>
  </message>
  <message>
   <source>Proxy</source>
   <translation>Proxy</translation>
  </message>
  <message>
   <source>Publishing round {1} of {2}</source>
   <translation>Runde {1} von {2} veröffentlichen</translation>
  </message>
  <message>
   <source>Put the case away first.</source>
   <translation>Legen Sie zuerst den Fall weg.</translation>
  </message>
  <message>
   <source>Quantizing {1}</source>
   <translation>{1} verkleinern</translation>
  </message>
  <message>
   <source>Read and check</source>
   <translation>Lesen und prüfen</translation>
  </message>
  <message>
   <source>Reading DICOM headers</source>
   <translation>DICOM-Header lesen</translation>
  </message>
  <message>
   <source>Reading a case</source>
   <translation>Liest einen Fall</translation>
  </message>
  <message>
   <source>Reading case {1} of {2}</source>
   <translation>Fall {1} von {2} wird gelesen</translation>
  </message>
  <message>
   <source>Reading it again</source>
   <translation>Sie wird erneut gelesen</translation>
  </message>
  <message>
   <source>Reading its weights</source>
   <translation>Gewichte werden gelesen</translation>
  </message>
  <message>
   <source>Reading slice by slice</source>
   <translation>Schicht für Schicht wird gelesen</translation>
  </message>
  <message>
   <source>Reading the atlas</source>
   <translation>Der Atlas wird gelesen</translation>
  </message>
  <message>
   <source>Reading the candidates</source>
   <translation>Kandidaten werden gelesen</translation>
  </message>
  <message>
   <source>Reading the headers</source>
   <translation>Header werden gelesen</translation>
  </message>
  <message>
   <source>Reading the images</source>
   <translation>Bilder werden gelesen</translation>
  </message>
  <message>
   <source>Reading the labels</source>
   <translation>Labels werden gelesen</translation>
  </message>
  <message>
   <source>Reading the model</source>
   <translation>Modell wird gelesen</translation>
  </message>
  <message>
   <source>Reading what it proposed before</source>
   <translation>Der frühere Vorschlag wird gelesen</translation>
  </message>
  <message>
   <source>Receiving images</source>
   <translation>Bilder empfangen</translation>
  </message>
  <message>
   <source>Resample once to the atlas grid</source>
   <translation>Einmal auf das Atlasraster umrechnen</translation>
  </message>
  <message>
   <source>Round {1} of {2}</source>
   <translation>Runde {1} von {2}</translation>
  </message>
  <message>
   <source>Scores</source>
   <translation>Bewertungen</translation>
  </message>
  <message>
   <source>Scoring a case</source>
   <translation>Bewertet einen Fall</translation>
  </message>
  <message>
   <source>Scoring case {1} of {2}</source>
   <translation>Fall {1} von {2} wird bewertet</translation>
  </message>
  <message>
   <source>Scoring every round</source>
   <translation>Jede Runde bewerten</translation>
  </message>
  <message>
   <source>Scoring the network in f32</source>
   <translation>Netz wird in f32 bewertet</translation>
  </message>
  <message>
   <source>Scoring the network in int8</source>
   <translation>Netz wird in int8 bewertet</translation>
  </message>
  <message>
   <source>Scorings of a case: {1}, of {2} s.</source>
   <translation>Bewertungen eines Falls: {1} zu je {2} s.</translation>
  </message>
  <message>
   <source>Segmenting part {1} of {2}</source>
   <translation>Teil {1} von {2} wird segmentiert</translation>
  </message>
  <message>
   <source>Segmenting the whole brain at once</source>
   <translation>Das ganze Gehirn wird auf einmal segmentiert</translation>
  </message>
  <message>
   <source>Segmenting {1}</source>
   <translation>{1} segmentieren</translation>
  </message>
  <message>
   <source>Sending {1} to {2}</source>
   <translation>{1} an {2} senden</translation>
  </message>
  <message>
   <source>Server</source>
   <translation>Server</translation>
  </message>
  <message>
   <source>Set ({1}); it must let gRPC through, or exempt the server.</source>
   <translation>Gesetzt ({1}); er muss gRPC durchlassen oder den Server ausnehmen.</translation>
  </message>
  <message>
   <source>Several federations fit: say which, {1}.</source>
   <translation>Mehrere Föderationen passen: Sagen Sie, welche, {1}.</translation>
  </message>
  <message>
   <source>Shaping the anatomy</source>
   <translation>Die Anatomie wird geformt</translation>
  </message>
  <message>
   <source>Shaping the head</source>
   <translation>Der Kopf wird geformt</translation>
  </message>
  <message>
   <source>Show two candidates or more: one alone cannot be fused.</source>
   <translation>Zeigen Sie zwei oder mehr Kandidaten: Einer allein lässt sich nicht fusionieren.</translation>
  </message>
  <message>
   <source>Simulating a federation</source>
   <translation>Föderation simulieren</translation>
  </message>
  <message>
   <source>Some of its voxels are not numbers.</source>
   <translation>Einige Voxel sind keine Zahlen.</translation>
  </message>
  <message>
   <source>Some of the images could not be sent.</source>
   <translation>Einige Bilder konnten nicht gesendet werden.</translation>
  </message>
  <message>
   <source>Some values are not numbers.</source>
   <translation>Einige Werte sind keine Zahlen.</translation>
  </message>
  <message>
   <source>Some values are not whole numbers between 0 and 255.</source>
   <translation>Einige Werte sind keine ganzen Zahlen zwischen 0 und 255.</translation>
  </message>
  <message>
   <source>Some voxels are not numbers.</source>
   <translation>Einige Voxel sind keine Zahlen.</translation>
  </message>
  <message>
   <source>Something in its plan is not of the kind that belongs there.</source>
   <translation>Etwas in ihrem Plan ist nicht von der Art, die dorthin gehört.</translation>
  </message>
  <message>
   <source>Something is in it already.</source>
   <translation>Es ist schon etwas darin.</translation>
  </message>
  <message>
   <source>Something on its card is not of the kind that belongs there.</source>
   <translation>Etwas auf seiner Karte ist nicht von der Art, die dorthin gehört.</translation>
  </message>
  <message>
   <source>Something was changed by hand meanwhile; it is prepared again with that.</source>
   <translation>Etwas wurde inzwischen von Hand geändert; er wird damit erneut vorbereitet.</translation>
  </message>
  <message>
   <source>Starting the federation's server</source>
   <translation>Server der Föderation wird gestartet</translation>
  </message>
  <message>
   <source>Steps of training: {1}, of {2} s.</source>
   <translation>Trainingsschritte: {1} zu je {2} s.</translation>
  </message>
  <message>
   <source>Sub-compartments</source>
   <translation>Tumorteile</translation>
  </message>
  <message>
   <source>T1, T1Gd, T2 and FLAIR from top to bottom, interpolated once. At least {1} % of where the brain lies in the atlas is inside every field of view.</source>
   <translation>T1, T1Gd, T2 und FLAIR von oben nach unten, einmal interpoliert. Mindestens {1} % der Stelle, an der das Gehirn im Atlas liegt, sind in jedem Bildfeld.</translation>
  </message>
  <message>
   <source>T1-FLAIR by its timing (TI {1} ms, TE {2} ms), not a native T1</source>
   <translation>T1-FLAIR nach den Zeiten (TI {1} ms, TE {2} ms), kein natives T1</translation>
  </message>
  <message>
   <source>T1Gd to the SRI24 atlas</source>
   <translation>T1Gd auf den SRI24-Atlas</translation>
  </message>
  <message>
   <source>Taking a step of training</source>
   <translation>Macht einen Trainingsschritt</translation>
  </message>
  <message>
   <source>Tensors are missing.</source>
   <translation>Tensoren fehlen.</translation>
  </message>
  <message>
   <source>Testing {1}</source>
   <translation>{1} testen</translation>
  </message>
  <message>
   <source>That is too much: the new model runs in 32 bits, slower and exactly as it was trained.</source>
   <translation>Das ist zu viel: Das neue Modell läuft in 32 Bit, langsamer und genau so, wie es trainiert wurde.</translation>
  </message>
  <message>
   <source>The NIfTI file goes on and on after its last voxel.</source>
   <translation>Die NIfTI-Datei geht nach ihrem letzten Voxel immer weiter.</translation>
  </message>
  <message>
   <source>The NIfTI file is damaged or cut short.</source>
   <translation>Die NIfTI-Datei ist beschädigt oder abgeschnitten.</translation>
  </message>
  <message>
   <source>The NIfTI header is damaged or cut short.</source>
   <translation>Der NIfTI-Header ist beschädigt oder abgeschnitten.</translation>
  </message>
  <message>
   <source>The PACS asks for a certificate that it trusts, and did not get one.</source>
   <translation>Das PACS verlangt ein Zertifikat, dem es vertraut, und bekam keines.</translation>
  </message>
  <message>
   <source>The SRI24 atlas was not found.</source>
   <translation>Der SRI24-Atlas wurde nicht gefunden.</translation>
  </message>
  <message>
   <source>The address cannot be used.</source>
   <translation>Die Adresse ist nicht verwendbar.</translation>
  </message>
  <message>
   <source>The address is not that of a DICOMweb service that offers this (405).</source>
   <translation>Die Adresse ist nicht die eines DICOMweb-Dienstes, der das bietet (405).</translation>
  </message>
  <message>
   <source>The archive holds a file larger than any image.</source>
   <translation>Das Archiv enthält eine Datei, die größer ist als jedes Bild.</translation>
  </message>
  <message>
   <source>The archive holds more than {1} files; it is not opened.</source>
   <translation>Das Archiv enthält mehr als {1} Dateien; es wird nicht geöffnet.</translation>
  </message>
  <message>
   <source>The archive unpacks to far more than images would; it is not opened.</source>
   <translation>Das Archiv entpackt sich zu weit mehr, als Bilder es täten; es wird nicht geöffnet.</translation>
  </message>
  <message>
   <source>The backup needs {1} GB, and {2} GB are free.</source>
   <translation>Die Sicherung braucht {1} GB, und {2} GB sind frei.</translation>
  </message>
  <message>
   <source>The backup was sealed with another.</source>
   <translation>Die Sicherung wurde mit einer anderen verschlossen.</translation>
  </message>
  <message>
   <source>The brain as it came</source>
   <translation>Das Gehirn, wie es kam</translation>
  </message>
  <message>
   <source>The brain extraction gave a mask on another grid.</source>
   <translation>Die Hirnextraktion ergab eine Maske auf einem anderen Raster.</translation>
  </message>
  <message>
   <source>The brain found measures {1} ml only.</source>
   <translation>Das gefundene Gehirn misst nur {1} ml.</translation>
  </message>
  <message>
   <source>The brain found measures {1} ml, in {2} {3}.</source>
   <translation>Das gefundene Gehirn misst {1} ml, Stücke: {2}.</translation>
  </message>
  <message>
   <source>The call was broken off.</source>
   <translation>Der Aufruf wurde abgebrochen.</translation>
  </message>
  <message>
   <source>The card is not there.</source>
   <translation>Die Karte ist nicht da.</translation>
  </message>
  <message>
   <source>The card of {1} {2} does not say whether it ever saw scans {3} surgery.</source>
   <translation>Die Karte von {1} {2} sagt nicht, ob es je Scans „{3}“ (Operation) gesehen hat.</translation>
  </message>
  <message>
   <source>The certificate of the PACS has expired.</source>
   <translation>Das Zertifikat des PACS ist abgelaufen.</translation>
  </message>
  <message>
   <source>The certificate of the PACS is not trusted: this computer does not know who signed it.</source>
   <translation>Dem Zertifikat des PACS wird nicht vertraut: Dieser Computer weiß nicht, wer es unterschrieben hat.</translation>
  </message>
  <message>
   <source>The certificate of the PACS is not valid yet; or this computer's clock is wrong.</source>
   <translation>Das Zertifikat des PACS gilt noch nicht; oder die Uhr dieses Computers geht falsch.</translation>
  </message>
  <message>
   <source>The certificate of the PACS was made for another name than {1}.</source>
   <translation>Das Zertifikat des PACS wurde für einen anderen Namen als {1} ausgestellt.</translation>
  </message>
  <message>
   <source>The certificate of the PACS was not accepted (number {1}).</source>
   <translation>Das Zertifikat des PACS wurde nicht angenommen (Nummer {1}).</translation>
  </message>
  <message>
   <source>The certificate the server shows is not a server's.</source>
   <translation>Das vom Server gezeigte Zertifikat ist keines für Server.</translation>
  </message>
  <message>
   <source>The chosen series could not be converted.</source>
   <translation>Die gewählte Serie konnte nicht umgewandelt werden.</translation>
  </message>
  <message>
   <source>The clock says {1} UTC on {2}: compare it with another one.</source>
   <translation>Die Uhr zeigt {1} UTC am {2}: Vergleichen Sie sie mit einer anderen.</translation>
  </message>
  <message>
   <source>The computer {1} refused the connection at port {2}: nobody listens.</source>
   <translation>Der Computer {1} lehnte die Verbindung an Port {2} ab: Niemand horcht.</translation>
  </message>
  <message>
   <source>The connection could not be made.</source>
   <translation>Die Verbindung kam nicht zustande.</translation>
  </message>
  <message>
   <source>The connection was closed while it was being protected: TLS may not be spoken there.</source>
   <translation>Die Verbindung wurde beim Absichern geschlossen: Vielleicht wird dort kein TLS gesprochen.</translation>
  </message>
  <message>
   <source>The connection was refused: nobody listens at this address and port.</source>
   <translation>Die Verbindung wurde abgelehnt: An dieser Adresse und diesem Port horcht niemand.</translation>
  </message>
  <message>
   <source>The converted volume does not lie where the headers say.</source>
   <translation>Das umgewandelte Volumen liegt nicht, wo die Header es sagen.</translation>
  </message>
  <message>
   <source>The converter did not come to an end.</source>
   <translation>Der Umwandler kam nicht zu Ende.</translation>
  </message>
  <message>
   <source>The directions of its rows and columns make no sense.</source>
   <translation>Die Richtungen der Zeilen und Spalten ergeben keinen Sinn.</translation>
  </message>
  <message>
   <source>The distance between its slices varies from {1}.</source>
   <translation>Der Abstand zwischen den Schichten schwankt von {1}.</translation>
  </message>
  <message>
   <source>The edits after edit {1} are damaged.</source>
   <translation>Die Änderungen nach Änderung {1} sind beschädigt.</translation>
  </message>
  <message>
   <source>The edits were not opened.</source>
   <translation>Die Bearbeitungen wurden nicht geöffnet.</translation>
  </message>
  <message>
   <source>The field of view of {1} ends within the head at the {2}: {3} cm2.</source>
   <translation>Das Bildfeld von {1} endet im Kopf ({2}): {3} cm2.</translation>
  </message>
  <message>
   <source>The field of view of {1} ends within the head.</source>
   <translation>Das Bildfeld von {1} endet im Kopf.</translation>
  </message>
  <message>
   <source>The file cannot be opened.</source>
   <translation>Die Datei lässt sich nicht öffnen.</translation>
  </message>
  <message>
   <source>The file cannot be read.</source>
   <translation>Die Datei kann nicht gelesen werden.</translation>
  </message>
  <message>
   <source>The file could not be opened.</source>
   <translation>Die Datei konnte nicht geöffnet werden.</translation>
  </message>
  <message>
   <source>The file facts.db belongs to another program.</source>
   <translation>Die Datei facts.db gehört zu einem anderen Programm.</translation>
  </message>
  <message>
   <source>The file holds no certificate in PEM form.</source>
   <translation>Die Datei enthält kein Zertifikat in PEM-Form.</translation>
  </message>
  <message>
   <source>The file holds no private key in PEM form.</source>
   <translation>Die Datei enthält keinen privaten Schlüssel in PEM-Form.</translation>
  </message>
  <message>
   <source>The file is far too large for this.</source>
   <translation>Die Datei ist dafür viel zu groß.</translation>
  </message>
  <message>
   <source>The file is not a certificate.</source>
   <translation>Die Datei ist kein Zertifikat.</translation>
  </message>
  <message>
   <source>The file is not an invitation, or it is damaged.</source>
   <translation>Die Datei ist keine Einladung oder ist beschädigt.</translation>
  </message>
  <message>
   <source>The file is not there.</source>
   <translation>Die Datei ist nicht da.</translation>
  </message>
  <message>
   <source>The file may not be read.</source>
   <translation>Die Datei darf nicht gelesen werden.</translation>
  </message>
  <message>
   <source>The file of the {1} is not there.</source>
   <translation>Die Datei ({1}) ist nicht da.</translation>
  </message>
  <message>
   <source>The file of {1} is missing or cannot be read.</source>
   <translation>Die Datei von {1} fehlt oder ist nicht lesbar.</translation>
  </message>
  <message>
   <source>The file of {1} was changed or is damaged: its hash is not the known one.</source>
   <translation>Die Datei von {1} wurde geändert oder ist beschädigt: Ihr Hash ist nicht der bekannte.</translation>
  </message>
  <message>
   <source>The file {1} is not what was written.</source>
   <translation>Die Datei {1} ist nicht, was geschrieben wurde.</translation>
  </message>
  <message>
   <source>The folder holds no case in the names of BraTS with a label map.</source>
   <translation>Der Ordner enthält keinen Fall unter BraTS-Namen mit einer Labelkarte.</translation>
  </message>
  <message>
   <source>The folder holds no case with four contrasts and labels.</source>
   <translation>Der Ordner enthält keinen Fall mit vier Sequenzen und Labels.</translation>
  </message>
  <message>
   <source>The folder holds no network that is known here: see Help on models of other makes.</source>
   <translation>Der Ordner enthält kein hier bekanntes Netz: siehe Hilfe zu Modellen anderer Herkunft.</translation>
  </message>
  <message>
   <source>The folder lies on a drive of the kind {1}.</source>
   <translation>Der Ordner liegt auf einem Laufwerk der Art {1}.</translation>
  </message>
  <message>
   <source>The head in {1} overlaps by {2} only ({3} is needed).</source>
   <translation>Der Kopf in {1} überlappt nur um {2} ({3} sind nötig).</translation>
  </message>
  <message>
   <source>The header of one of its files cannot be de-identified.</source>
   <translation>Der Header einer Datei lässt sich nicht de-identifizieren.</translation>
  </message>
  <message>
   <source>The header of one of its files cannot be written again.</source>
   <translation>Der Header einer Datei lässt sich nicht wieder schreiben.</translation>
  </message>
  <message>
   <source>The headers do not say where each image lies.</source>
   <translation>Die Header sagen nicht, wo jedes Bild liegt.</translation>
  </message>
  <message>
   <source>The headers of the series have no {1}.</source>
   <translation>Die Header der Serie haben kein {1}.</translation>
  </message>
  <message>
   <source>The headers promise {1} voxels, but {2} came out.</source>
   <translation>Die Header versprechen {1} Voxel, aber {2} kamen heraus.</translation>
  </message>
  <message>
   <source>The heads overlap by {1}.</source>
   <translation>Die Köpfe überlappen um {1}.</translation>
  </message>
  <message>
   <source>The images do not say which is {1} and which is {2}: {3}. One may have been taken twice, or there is nothing to tell them apart by; look at them.</source>
   <translation>Die Bilder sagen nicht, welches {1} und welches {2} ist: {3}. Vielleicht wurde eines zweimal aufgenommen, oder nichts unterscheidet sie; sehen Sie sie an.</translation>
  </message>
  <message>
   <source>The images of its case were made anew since the case came here. Send back what was drawn here, then forget the case here and take the package in again.</source>
   <translation>Die Bilder des Falls wurden neu gemacht, seit er hierherkam. Senden Sie zurück, was hier gezeichnet wurde, vergessen Sie dann den Fall hier und übernehmen Sie das Paket erneut.</translation>
  </message>
  <message>
   <source>The images of the series have different sizes.</source>
   <translation>Die Bilder der Serie haben verschiedene Größen.</translation>
  </message>
  <message>
   <source>The images stand on the atlas grid (240 x 240 x 155, 1 mm) and at least 70 % of every image is exactly zero: they were prepared before. They are taken as they are; registration and brain extraction are not done again.</source>
   <translation>Die Bilder liegen auf dem Atlasraster (240 x 240 x 155, 1 mm), und mindestens 70 % jedes Bildes sind genau null: Sie wurden schon vorbereitet. Sie werden genommen, wie sie sind; Registrierung und Hirnextraktion werden nicht wiederholt.</translation>
  </message>
  <message>
   <source>The images were not opened.</source>
   <translation>Die Bilder wurden nicht geöffnet.</translation>
  </message>
  <message>
   <source>The import had ended before; choose the folder again if a case is missing.</source>
   <translation>Der Import war schon beendet; wählen Sie den Ordner erneut, wenn ein Fall fehlt.</translation>
  </message>
  <message>
   <source>The initial model scored best: no round is better yet.</source>
   <translation>Das Anfangsmodell war am besten: Noch ist keine Runde besser.</translation>
  </message>
  <message>
   <source>The inputs on its card are not contrasts of this program: {1}.</source>
   <translation>Die Eingaben auf seiner Karte sind keine Sequenzen dieses Programms: {1}.</translation>
  </message>
  <message>
   <source>The inputs on its card name a contrast twice.</source>
   <translation>Die Eingaben auf seiner Karte nennen eine Sequenz zweimal.</translation>
  </message>
  <message>
   <source>The interval reaches beyond that: more cases would tell more surely.</source>
   <translation>Das Intervall reicht darüber hinaus: Mehr Fälle sagten es sicherer.</translation>
  </message>
  <message>
   <source>The job "{1}" works with it; wait for it or cancel it.</source>
   <translation>Die Arbeit "{1}" benutzt ihn; warten Sie darauf oder brechen Sie sie ab.</translation>
  </message>
  <message>
   <source>The kept headers of a series are too large.</source>
   <translation>Die aufbewahrten Header einer Serie sind zu groß.</translation>
  </message>
  <message>
   <source>The kept headers of a series cannot be read.</source>
   <translation>Die aufbewahrten Header einer Serie sind nicht lesbar.</translation>
  </message>
  <message>
   <source>The key is damaged.</source>
   <translation>Der Schlüssel ist beschädigt.</translation>
  </message>
  <message>
   <source>The key is not where it was kept.</source>
   <translation>Der Schlüssel ist nicht, wo er aufbewahrt wurde.</translation>
  </message>
  <message>
   <source>The key is of another kind.</source>
   <translation>Der Schlüssel ist von anderer Art.</translation>
  </message>
  <message>
   <source>The key of the federation's authority is in another workspace.</source>
   <translation>Der Schlüssel der Föderationsleitung liegt in einem anderen Arbeitsbereich.</translation>
  </message>
  <message>
   <source>The key that was found is another one.</source>
   <translation>Der gefundene Schlüssel ist ein anderer.</translation>
  </message>
  <message>
   <source>The label schemes are {1}.</source>
   <translation>Die Labelschemata sind {1}.</translation>
  </message>
  <message>
   <source>The labels stand on another grid than the images</source>
   <translation>Die Labels liegen auf einem anderen Raster als die Bilder</translation>
  </message>
  <message>
   <source>The largest change must lie above 0 % and up to 100 % of the model's size.</source>
   <translation>Die größte Änderung muss über 0 % und bis 100 % der Größe des Modells liegen.</translation>
  </message>
  <message>
   <source>The ledger is damaged.</source>
   <translation>Das Sendeprotokoll ist beschädigt.</translation>
  </message>
  <message>
   <source>The list of its files is not one.</source>
   <translation>Die Liste seiner Dateien ist keine.</translation>
  </message>
  <message>
   <source>The mask holds {1} ml; a brain has {2} or more.</source>
   <translation>Die Maske umfasst {1} ml; ein Gehirn hat {2} oder mehr.</translation>
  </message>
  <message>
   <source>The mask that was drawn stands on another grid.</source>
   <translation>Die gezeichnete Maske liegt auf einem anderen Raster.</translation>
  </message>
  <message>
   <source>The memory takes patches of {1} voxels, not of {2}.</source>
   <translation>In den Arbeitsspeicher passen Ausschnitte von {1} Voxeln, nicht von {2}.</translation>
  </message>
  <message>
   <source>The model has {1} million numbers; the best one by the mean Dice of the common model on the training sites' validation cases is selected.</source>
   <translation>Das Modell hat {1} Millionen Zahlen; ausgewählt wird das beste nach dem mittleren Dice des gemeinsamen Modells an den Validierungsfällen der trainierenden Standorte.</translation>
  </message>
  <message>
   <source>The model is sure of only {1} of what it outlines; with a tumour it is mostly more than {2}.</source>
   <translation>Das Modell ist sich nur bei {1} seines Umrisses sicher; bei einem Tumor sind es meist mehr als {2}.</translation>
  </message>
  <message>
   <source>The model needs {1}.</source>
   <translation>Das Modell braucht {1}.</translation>
  </message>
  <message>
   <source>The model of round {1} is here already: {2}.</source>
   <translation>Das Modell der Runde {1} ist schon hier: {2}.</translation>
  </message>
  <message>
   <source>The model of round {1} was not kept; there are: {2}.</source>
   <translation>Das Modell der Runde {1} wurde nicht aufbewahrt; es gibt: {2}.</translation>
  </message>
  <message>
   <source>The model's card may name its outputs in another order than they come.</source>
   <translation>Die Karte des Modells nennt seine Ausgaben vielleicht in einer anderen Reihenfolge, als sie kommen.</translation>
  </message>
  <message>
   <source>The name in the address was not found in the network.</source>
   <translation>Der Name in der Adresse wurde im Netz nicht gefunden.</translation>
  </message>
  <message>
   <source>The name on its card is empty, too long, or holds signs that no name has.</source>
   <translation>Der Name auf seiner Karte ist leer, zu lang oder enthält Zeichen, die kein Name hat.</translation>
  </message>
  <message>
   <source>The name {1} was not found in the network.</source>
   <translation>Der Name {1} wurde im Netz nicht gefunden.</translation>
  </message>
  <message>
   <source>The network ran out of it.</source>
   <translation>Dem Netz ging er aus.</translation>
  </message>
  <message>
   <source>The noise in {1} is strong: the head is {2} times as bright.</source>
   <translation>Das Rauschen in {1} ist stark: Der Kopf ist {2}-mal so hell.</translation>
  </message>
  <message>
   <source>The noise must lie between 0 and 1000 times the largest change.</source>
   <translation>Das Rauschen muss zwischen dem 0- und 1000-Fachen der größten Änderung liegen.</translation>
  </message>
  <message>
   <source>The object to send cannot be read.</source>
   <translation>Das zu sendende Objekt ist nicht lesbar.</translation>
  </message>
  <message>
   <source>The objects are too large for it (413).</source>
   <translation>Die Objekte sind ihm zu groß (413).</translation>
  </message>
  <message>
   <source>The outputs on its card name a region twice.</source>
   <translation>Die Ausgaben auf seiner Karte nennen eine Region zweimal.</translation>
  </message>
  <message>
   <source>The owner has changed the plan.</source>
   <translation>Der Inhaber hat den Plan geändert.</translation>
  </message>
  <message>
   <source>The plan does not know the site it is for.</source>
   <translation>Der Plan kennt den Standort nicht, für den sie ist.</translation>
  </message>
  <message>
   <source>The plan has not been agreed to, or the certificate has not come yet.</source>
   <translation>Dem Plan wurde nicht zugestimmt, oder das Zertifikat ist noch nicht gekommen.</translation>
  </message>
  <message>
   <source>The plan knows these sites: {1}.</source>
   <translation>Der Plan kennt diese Standorte: {1}.</translation>
  </message>
  <message>
   <source>The plan waits {1}: this site would be late.</source>
   <translation>Der Plan wartet {1}: Dieser Standort käme zu spät.</translation>
  </message>
  <message>
   <source>The port must lie between 1 and 65535.</source>
   <translation>Der Port muss zwischen 1 und 65535 liegen.</translation>
  </message>
  <message>
   <source>The position {1} does more than turn and shift.</source>
   <translation>Die Lage {1} tut mehr als drehen und verschieben.</translation>
  </message>
  <message>
   <source>The program has a fault there.</source>
   <translation>Das Programm hat dort einen Fehler.</translation>
  </message>
  <message>
   <source>The records could not be read.</source>
   <translation>Die Aufzeichnungen waren nicht lesbar.</translation>
  </message>
  <message>
   <source>The recovery file is of another workspace.</source>
   <translation>Die Wiederherstellungsdatei gehört zu einem anderen Arbeitsbereich.</translation>
  </message>
  <message>
   <source>The recovery file opens with another.</source>
   <translation>Die Wiederherstellungsdatei öffnet sich mit einer anderen.</translation>
  </message>
  <message>
   <source>The registration found no plausible position.</source>
   <translation>Die Registrierung fand keine glaubhafte Lage.</translation>
  </message>
  <message>
   <source>The registration gave up.</source>
   <translation>Die Registrierung gab auf.</translation>
  </message>
  <message>
   <source>The secret behind the pseudonyms (pseudonym.key) is damaged.</source>
   <translation>Das Geheimnis hinter den Pseudonymen (pseudonym.key) ist beschädigt.</translation>
  </message>
  <message>
   <source>The series claims more than {1} million voxels.</source>
   <translation>Die Serie gibt mehr als {1} Millionen Voxel an.</translation>
  </message>
  <message>
   <source>The series has no files.</source>
   <translation>Die Serie hat keine Dateien.</translation>
  </message>
  <message>
   <source>The series has only one slice.</source>
   <translation>Die Serie hat nur eine Schicht.</translation>
  </message>
  <message>
   <source>The series has only {1} slices.</source>
   <translation>Die Serie hat nur {1} Schichten.</translation>
  </message>
  <message>
   <source>The series has only {1}.</source>
   <translation>Die Serie hat nur {1}.</translation>
  </message>
  <message>
   <source>The series holds {1} volumes of {2} slices each.</source>
   <translation>Die Serie enthält {1} Volumen zu je {2} Schichten.</translation>
  </message>
  <message>
   <source>The server broke the connection off.</source>
   <translation>Der Server brach die Verbindung ab.</translation>
  </message>
  <message>
   <source>The server could not answer ({1}).</source>
   <translation>Der Server konnte nicht antworten ({1}).</translation>
  </message>
  <message>
   <source>The server did not answer in time.</source>
   <translation>Der Server antwortete nicht rechtzeitig.</translation>
  </message>
  <message>
   <source>The server does not answer; a firewall may be in between.</source>
   <translation>Der Server antwortet nicht; vielleicht ist eine Firewall dazwischen.</translation>
  </message>
  <message>
   <source>The server has kept no model yet.</source>
   <translation>Der Server hat noch kein Modell aufbewahrt.</translation>
  </message>
  <message>
   <source>The server has not told its time.</source>
   <translation>Der Server hat seine Zeit nicht genannt.</translation>
  </message>
  <message>
   <source>The server has taken nothing for {1} seconds.</source>
   <translation>Der Server hat seit {1} Sekunden nichts angenommen.</translation>
  </message>
  <message>
   <source>The server knows this site and follows the plan that was sent.</source>
   <translation>Der Server kennt diesen Standort und folgt dem gesendeten Plan.</translation>
  </message>
  <message>
   <source>The server's answer cannot be read: {1}.</source>
   <translation>Die Antwort des Servers ist nicht lesbar: {1}.</translation>
  </message>
  <message>
   <source>The server's certificate cannot be trusted.</source>
   <translation>Dem Zertifikat des Servers ist nicht zu trauen.</translation>
  </message>
  <message>
   <source>The server's certificate does not come from this federation's owner.</source>
   <translation>Das Zertifikat des Servers stammt nicht vom Inhaber dieser Föderation.</translation>
  </message>
  <message>
   <source>The server's certificate has run out.</source>
   <translation>Das Zertifikat des Servers ist abgelaufen.</translation>
  </message>
  <message>
   <source>The server's certificate is for another address than the invitation gives.</source>
   <translation>Das Zertifikat des Servers lautet auf eine andere Adresse als die Einladung.</translation>
  </message>
  <message>
   <source>The server's certificate is for another name than the invitation gives.</source>
   <translation>Das Zertifikat des Servers lautet auf einen anderen Namen als die Einladung.</translation>
  </message>
  <message>
   <source>The server's certificate is not valid yet: is this computer's clock right?</source>
   <translation>Das Zertifikat des Servers gilt noch nicht: Geht die Uhr dieses Computers richtig?</translation>
  </message>
  <message>
   <source>The server's name is not known to this network.</source>
   <translation>Der Name des Servers ist in diesem Netz nicht bekannt.</translation>
  </message>
  <message>
   <source>The slices of {1} are {2} times as thick as wide (over 8).</source>
   <translation>Die Schichten von {1} sind {2}-mal so dick wie breit (über 8).</translation>
  </message>
  <message>
   <source>The stored file {1} is missing or damaged.</source>
   <translation>Die gespeicherte Datei {1} fehlt oder ist beschädigt.</translation>
  </message>
  <message>
   <source>The stored file {1} is missing.</source>
   <translation>Die gespeicherte Datei {1} fehlt.</translation>
  </message>
  <message>
   <source>The stored file {1} was changed or is damaged.</source>
   <translation>Die gespeicherte Datei {1} wurde geändert oder ist beschädigt.</translation>
  </message>
  <message>
   <source>The system does not let it be read.</source>
   <translation>Das System lässt es nicht lesen.</translation>
  </message>
  <message>
   <source>The system keyring does not answer.</source>
   <translation>Der Schlüsselbund des Systems antwortet nicht.</translation>
  </message>
  <message>
   <source>The table of the federation's rounds is damaged.</source>
   <translation>Die Tabelle der Runden der Föderation ist beschädigt.</translation>
  </message>
  <message>
   <source>The tensor {1} has another name, shape or length.</source>
   <translation>Der Tensor {1} hat einen anderen Namen, eine andere Form oder Länge.</translation>
  </message>
  <message>
   <source>The tensor {1} holds values that are no numbers, or huge ones.</source>
   <translation>Der Tensor {1} enthält Werte, die keine oder riesige Zahlen sind.</translation>
  </message>
  <message>
   <source>The time to wait must lie between 1 and 600 s.</source>
   <translation>Die Wartezeit muss zwischen 1 und 600 s liegen.</translation>
  </message>
  <message>
   <source>The trainable weights of {1} are not on this computer.</source>
   <translation>Die trainierbaren Gewichte von {1} sind nicht auf diesem Computer.</translation>
  </message>
  <message>
   <source>The transform {1} could not be read.</source>
   <translation>Die Transformation {1} war nicht lesbar.</translation>
  </message>
  <message>
   <source>The transform {1} is damaged.</source>
   <translation>Die Transformation {1} ist beschädigt.</translation>
  </message>
  <message>
   <source>The transform {1} is missing; prepare the case again.</source>
   <translation>Die Transformation {1} fehlt; bereiten Sie den Fall erneut vor.</translation>
  </message>
  <message>
   <source>The true identity of this study is not kept in this workspace.</source>
   <translation>Die wahre Identität dieser Untersuchung wird in diesem Arbeitsbereich nicht aufbewahrt.</translation>
  </message>
  <message>
   <source>The tumour may be cut off</source>
   <translation>Der Tumor ist vielleicht abgeschnitten</translation>
  </message>
  <message>
   <source>The two versions belong to different cases.</source>
   <translation>Die zwei Versionen gehören zu verschiedenen Fällen.</translation>
  </message>
  <message>
   <source>The two versions stand on different grids.</source>
   <translation>Die zwei Versionen liegen auf verschiedenen Rastern.</translation>
  </message>
  <message>
   <source>The weights are missing or damaged.</source>
   <translation>Die Gewichte fehlen oder sind beschädigt.</translation>
  </message>
  <message>
   <source>The weights are of another family, {1}.</source>
   <translation>Die Gewichte sind von einer anderen Familie, {1}.</translation>
  </message>
  <message>
   <source>The weights belong to another network.</source>
   <translation>Die Gewichte gehören zu einem anderen Netz.</translation>
  </message>
  <message>
   <source>The weights beside it belong to another model.</source>
   <translation>Die Gewichte daneben gehören zu einem anderen Modell.</translation>
  </message>
  <message>
   <source>The weights have {1} base filters, not {2}.</source>
   <translation>Die Gewichte haben {1} Grundfilter, nicht {2}.</translation>
  </message>
  <message>
   <source>The work was cancelled there.</source>
   <translation>Die Arbeit wurde dort abgebrochen.</translation>
  </message>
  <message>
   <source>The {1} on its card looks wrong: on {2} it reaches a mean Dice of {3} as the card says, and of {4} {5}. Ask whoever made it, and score it before it proposes.</source>
   <translation>Auf seiner Karte scheint etwas falsch zu sein, und zwar {1}: An {2} erreicht es so, wie die Karte sagt, einen mittleren Dice von {3}, und von {4} {5}. Fragen Sie, wer es gemacht hat, und bewerten Sie es, bevor es vorschlägt.</translation>
  </message>
  <message>
   <source>There are fewer frames than the headers say.</source>
   <translation>Es gibt weniger Bilder, als die Header sagen.</translation>
  </message>
  <message>
   <source>There are more frames than the headers say.</source>
   <translation>Es gibt mehr Bilder, als die Header sagen.</translation>
  </message>
  <message>
   <source>There is neither /dev/shm nor XDG_RUNTIME_DIR in memory.</source>
   <translation>Weder /dev/shm noch XDG_RUNTIME_DIR liegt im Arbeitsspeicher.</translation>
  </message>
  <message>
   <source>There is no CUDA device on this computer.</source>
   <translation>Auf diesem Computer gibt es kein CUDA-Gerät.</translation>
  </message>
  <message>
   <source>There is no DICOM header in it that can be read.</source>
   <translation>Es ist kein lesbarer DICOM-Header darin.</translation>
  </message>
  <message>
   <source>There is no DICOMweb service at this address, or it does not have the study (404).</source>
   <translation>An dieser Adresse ist kein DICOMweb-Dienst, oder er hat die Untersuchung nicht (404).</translation>
  </message>
  <message>
   <source>There is no candidate to fuse.</source>
   <translation>Es gibt keinen Kandidaten zum Zusammenführen.</translation>
  </message>
  <message>
   <source>There is no case left to score on.</source>
   <translation>Es ist kein Fall mehr zum Bewerten übrig.</translation>
  </message>
  <message>
   <source>There is no case of {1}; there are {2}.</source>
   <translation>Von {1} gibt es keinen Fall; es gibt {2}.</translation>
  </message>
  <message>
   <source>There is no connection yet.</source>
   <translation>Es gibt noch keine Verbindung.</translation>
  </message>
  <message>
   <source>There is no family {1}; there are {2}.</source>
   <translation>Es gibt keine Familie {1}; es gibt {2}.</translation>
  </message>
  <message>
   <source>There is no file of {1}.</source>
   <translation>Es gibt keine Datei von {1}.</translation>
  </message>
  <message>
   <source>There is no file {1}.</source>
   <translation>Es gibt keine Datei {1}.</translation>
  </message>
  <message>
   <source>There is no fusion {1}; there are {2}.</source>
   <translation>Es gibt keine Fusion {1}; es gibt {2}.</translation>
  </message>
  <message>
   <source>There is no label map (seg) to score against.</source>
   <translation>Es gibt keine Labelkarte (seg) zum Vergleichen.</translation>
  </message>
  <message>
   <source>There is no rule {1}; there are {2}.</source>
   <translation>Es gibt keine Regel {1}; es gibt {2}.</translation>
  </message>
  <message>
   <source>There is no such file.</source>
   <translation>Eine solche Datei gibt es nicht.</translation>
  </message>
  <message>
   <source>There is no such folder.</source>
   <translation>Einen solchen Ordner gibt es nicht.</translation>
  </message>
  <message>
   <source>There is no way to the server from this network.</source>
   <translation>Aus diesem Netz führt kein Weg zum Server.</translation>
  </message>
  <message>
   <source>There is no {1} as it was taken, or no way to it.</source>
   <translation>Es gibt kein {1}, wie es aufgenommen wurde, oder keinen Weg dorthin.</translation>
  </message>
  <message>
   <source>There is no {1} that can be read.</source>
   <translation>Es gibt kein lesbares {1}.</translation>
  </message>
  <message>
   <source>There is no {1} that can be read; it says which case is of which site.</source>
   <translation>Es gibt kein lesbares {1}; es sagt, welcher Fall von welchem Standort ist.</translation>
  </message>
  <message>
   <source>There is one of that name already.</source>
   <translation>Eines dieses Namens gibt es schon.</translation>
  </message>
  <message>
   <source>There may be no tumour at all, or one that it does not know: look at the images first.</source>
   <translation>Vielleicht gibt es gar keinen Tumor, oder einen, den es nicht kennt: Sehen Sie sich zuerst die Bilder an.</translation>
  </message>
  <message>
   <source>There was no answer from {1} in {2} s.</source>
   <translation>Von {1} kam in {2} s keine Antwort.</translation>
  </message>
  <message>
   <source>There was no answer in {1} s.</source>
   <translation>In {1} s kam keine Antwort.</translation>
  </message>
  <message>
   <source>This PACS is not marked as the site's own.</source>
   <translation>Dieses PACS ist nicht als das eigene des Standorts gekennzeichnet.</translation>
  </message>
  <message>
   <source>This account may not read the folder.</source>
   <translation>Dieses Konto darf den Ordner nicht lesen.</translation>
  </message>
  <message>
   <source>This computer has no keyring, and no passphrase was chosen.</source>
   <translation>Dieser Computer hat keinen Schlüsselbund, und es wurde keine Passphrase gewählt.</translation>
  </message>
  <message>
   <source>This computer's clock is {1} ahead of the server's.</source>
   <translation>Die Uhr dieses Computers geht der des Servers um {1} vor.</translation>
  </message>
  <message>
   <source>This computer's clock is {1} behind the server's.</source>
   <translation>Die Uhr dieses Computers geht der des Servers um {1} nach.</translation>
  </message>
  <message>
   <source>This is no file.</source>
   <translation>Das ist keine Datei.</translation>
  </message>
  <message>
   <source>This is no recovery file, or it is damaged.</source>
   <translation>Das ist keine Wiederherstellungsdatei, oder sie ist beschädigt.</translation>
  </message>
  <message>
   <source>This reader has drawn a version of the case already.</source>
   <translation>Dieser Befunder hat schon eine Version des Falls gezeichnet.</translation>
  </message>
  <message>
   <source>This series cannot stand for a contrast.</source>
   <translation>Diese Serie kann für keine Sequenz stehen.</translation>
  </message>
  <message>
   <source>This site, {1}, {2}.</source>
   <translation>Dieser Standort, {1}, {2}.</translation>
  </message>
  <message>
   <source>This user has no home folder, and no workspace was named.</source>
   <translation>Dieser Benutzer hat keinen persönlichen Ordner, und es wurde kein Arbeitsbereich genannt.</translation>
  </message>
  <message>
   <source>This user may not do that there (403).</source>
   <translation>Dieser Benutzer darf das dort nicht (403).</translation>
  </message>
  <message>
   <source>Train for one epoch or more.</source>
   <translation>Trainieren Sie eine Epoche oder mehr.</translation>
  </message>
  <message>
   <source>Training needs at least one case.</source>
   <translation>Training braucht mindestens einen Fall.</translation>
  </message>
  <message>
   <source>Training needs {1}.</source>
   <translation>Training braucht {1}.</translation>
  </message>
  <message>
   <source>Training on this computer</source>
   <translation>Training auf diesem Computer</translation>
  </message>
  <message>
   <source>Trying it on a tumour that is known</source>
   <translation>Es wird an einem bekannten Tumor erprobt</translation>
  </message>
  <message>
   <source>Trying it out</source>
   <translation>Es wird ausprobiert</translation>
  </message>
  <message>
   <source>Two ways of reading its pixels do not give the same image.</source>
   <translation>Zwei Arten, die Bildpunkte zu lesen, ergeben nicht dasselbe Bild.</translation>
  </message>
  <message>
   <source>Unpacking: file {1}</source>
   <translation>Auspacken: Datei {1}</translation>
  </message>
  <message>
   <source>Upper row: squares of both images in turn; lower row: edges of the one over the other.</source>
   <translation>Obere Reihe: Felder beider Bilder im Wechsel; untere Reihe: Kanten des einen über dem anderen.</translation>
  </message>
  <message>
   <source>Valid for {1} days.</source>
   <translation>Noch {1} Tage gültig.</translation>
  </message>
  <message>
   <source>Valid until {1}: {2} left.</source>
   <translation>Gültig bis {1}: noch {2}.</translation>
  </message>
  <message>
   <source>Wait for the jobs under way, or cancel them.</source>
   <translation>Warten Sie auf die laufenden Aufträge, oder brechen Sie sie ab.</translation>
  </message>
  <message>
   <source>What answers there does not speak OpenFL's language.</source>
   <translation>Was dort antwortet, spricht nicht OpenFLs Sprache.</translation>
  </message>
  <message>
   <source>What answers there does not speak TLS 1.2 or newer.</source>
   <translation>Was dort antwortet, spricht kein TLS 1.2 oder neuer.</translation>
  </message>
  <message>
   <source>What it gives are no probabilities.</source>
   <translation>Was es ergibt, sind keine Wahrscheinlichkeiten.</translation>
  </message>
  <message>
   <source>What it learnt holds values that are no numbers; nothing was sent.</source>
   <translation>Das Gelernte enthält Werte, die keine Zahlen sind; nichts wurde gesendet.</translation>
  </message>
  <message>
   <source>What stands in it is not what a review package says.</source>
   <translation>Was darin steht, ist nicht, was ein Prüfpaket sagt.</translation>
  </message>
  <message>
   <source>What the federation's updates gave away cannot be read.</source>
   <translation>Was die Beiträge zur Föderation preisgaben, ist nicht lesbar.</translation>
  </message>
  <message>
   <source>What was agreed with a federation cannot be read.</source>
   <translation>Was mit einer Föderation vereinbart wurde, ist nicht lesbar.</translation>
  </message>
  <message>
   <source>What {1} and {2} propose does not lie on one grid.</source>
   <translation>Die Vorschläge von {1} und {2} liegen nicht auf einem Raster.</translation>
  </message>
  <message>
   <source>What {1} shows measures {2} ml; a head has 1000 ml or more.</source>
   <translation>Was {1} zeigt, misst {2} ml; ein Kopf hat 1000 ml oder mehr.</translation>
  </message>
  <message>
   <source>What {1} shows measures {2} mm.</source>
   <translation>Was {1} zeigt, misst {2} mm.</translation>
  </message>
  <message>
   <source>Where it was to be written is no longer known; export it again.</source>
   <translation>Wohin geschrieben werden sollte, ist nicht mehr bekannt; exportieren Sie ihn erneut.</translation>
  </message>
  <message>
   <source>Where these images lie is not known any more. Import them once more.</source>
   <translation>Wo diese Bilder liegen, ist nicht mehr bekannt. Importieren Sie sie noch einmal.</translation>
  </message>
  <message>
   <source>Which cases were meant is no longer known; start it again.</source>
   <translation>Welche Fälle gemeint waren, ist nicht mehr bekannt; starten Sie erneut.</translation>
  </message>
  <message>
   <source>Which cases were meant is no longer known; start the training again.</source>
   <translation>Welche Fälle gemeint waren, ist nicht mehr bekannt; starten Sie das Training erneut.</translation>
  </message>
  <message>
   <source>Who this patient is, is not kept in this workspace.</source>
   <translation>Wer dieser Patient ist, wird in diesem Arbeitsbereich nicht aufbewahrt.</translation>
  </message>
  <message>
   <source>Whole tumour since the version before</source>
   <translation>Gesamter Tumor seit der Version davor</translation>
  </message>
  <message>
   <source>Within {1} s of the server's.</source>
   <translation>Höchstens {1} s von der des Servers entfernt.</translation>
  </message>
  <message>
   <source>Writing DICOM and NIfTI</source>
   <translation>DICOM und NIfTI werden geschrieben</translation>
  </message>
  <message>
   <source>Writing the model file</source>
   <translation>Modelldatei wird geschrieben</translation>
  </message>
  <message>
   <source>a computed map</source>
   <translation>eine berechnete Karte</translation>
  </message>
  <message>
   <source>a contrast agent is recorded</source>
   <translation>ein Kontrastmittel ist vermerkt</translation>
  </message>
  <message>
   <source>a contrast agent is recorded but the name says there was none</source>
   <translation>ein Kontrastmittel ist vermerkt, aber der Name sagt, dass keines gegeben wurde</translation>
  </message>
  <message>
   <source>a localizer: slices in three directions</source>
   <translation>ein Localizer: Schichten in drei Richtungen</translation>
  </message>
  <message>
   <source>a mosaic: diffusion or function, not one volume</source>
   <translation>ein Mosaik: Diffusion oder Funktion, kein einzelnes Volumen</translation>
  </message>
  <message>
   <source>a phantom of the program's own</source>
   <translation>einem Phantom des Programms</translation>
  </message>
  <message>
   <source>a phantom of the program's own and an approved case</source>
   <translation>einem Phantom des Programms und einem freigegebenen Fall</translation>
  </message>
  <message>
   <source>a phantom of the program's own and {1} approved cases</source>
   <translation>einem Phantom des Programms und {1} freigegebenen Fällen</translation>
  </message>
  <message>
   <source>a phase or complex image, not a magnitude</source>
   <translation>ein Phasen- oder komplexes Bild, kein Betrag</translation>
  </message>
  <message>
   <source>a reformat of another series (derived image)</source>
   <translation>eine Rekonstruktion aus einer anderen Serie (abgeleitetes Bild)</translation>
  </message>
  <message>
   <source>a rule of this site</source>
   <translation>eine Regel dieses Standorts</translation>
  </message>
  <message>
   <source>a rule of this site: series called {1} stand for {2}; on its own it says: {3}</source>
   <translation>eine Regel dieses Standorts: Serien namens {1} stehen für {2}; von sich aus sagt sie: {3}</translation>
  </message>
  <message>
   <source>a screen picture (secondary capture), not an acquired image</source>
   <translation>ein Bildschirmbild (Secondary Capture), kein aufgenommenes Bild</translation>
  </message>
  <message>
   <source>an acquired image rather than a derived one</source>
   <translation>ein aufgenommenes Bild statt eines abgeleiteten</translation>
  </message>
  <message>
   <source>and no other series of the case is a marked contrast-enhanced T1</source>
   <translation>und keine andere Serie des Falls ist als kontrastverstärktes T1 gekennzeichnet</translation>
  </message>
  <message>
   <source>before surgery</source>
   <translation>vor der Operation</translation>
  </message>
  <message>
   <source>clearer evidence</source>
   <translation>klarere Anzeichen</translation>
  </message>
  <message>
   <source>computed from another series (projection or subtraction)</source>
   <translation>aus einer anderen Serie berechnet (Projektion oder Subtraktion)</translation>
  </message>
  <message>
   <source>copies of images that are already there</source>
   <translation>Kopien von Bildern, die schon da sind</translation>
  </message>
  <message>
   <source>echo-planar imaging (diffusion, perfusion or function)</source>
   <translation>echoplanare Bildgebung (Diffusion, Perfusion oder Funktion)</translation>
  </message>
  <message>
   <source>every few seconds while it waits</source>
   <translation>alle paar Sekunden, während er wartet</translation>
  </message>
  <message>
   <source>file {1} of a place</source>
   <translation>Datei {1} eines Ortes</translation>
  </message>
  <message>
   <source>gradient echo with short echo ({1})</source>
   <translation>Gradientenecho mit kurzer Echozeit ({1})</translation>
  </message>
  <message>
   <source>have the same name and birth date: perhaps one patient under several ids. They are kept as different patients; if they are one, have the ids merged in the archive and import again, or exclude all but one.</source>
   <translation>haben denselben Namen und dasselbe Geburtsdatum: vielleicht ein Patient unter mehreren Nummern. Sie werden als verschiedene Patienten geführt; ist es einer, lassen Sie die Nummern im Archiv zusammenlegen und importieren Sie erneut, oder schließen Sie alle bis auf einen aus.</translation>
  </message>
  <message>
   <source>inversion recovery with long echo ({1})</source>
   <translation>Inversion Recovery mit langer Echozeit ({1})</translation>
  </message>
  <message>
   <source>it was acquired after a series with contrast agent, and is probably enhanced, too</source>
   <translation>sie wurde nach einer Serie mit Kontrastmittel aufgenommen und ist wohl auch verstärkt</translation>
  </message>
  <message>
   <source>its border</source>
   <translation>seine Grenze</translation>
  </message>
  <message>
   <source>its name says that contrast agent was given</source>
   <translation>der Name sagt, dass Kontrastmittel gegeben wurde</translation>
  </message>
  <message>
   <source>its name says there was no contrast agent</source>
   <translation>der Name sagt, dass kein Kontrastmittel gegeben wurde</translation>
  </message>
  <message>
   <source>its timing is another</source>
   <translation>die Zeiten sind andere</translation>
  </message>
  <message>
   <source>long repetition and long echo ({1})</source>
   <translation>lange Repetitions- und lange Echozeit ({1})</translation>
  </message>
  <message>
   <source>looking at {1}</source>
   <translation>{1} wird angesehen</translation>
  </message>
  <message>
   <source>modality {1}, not MR</source>
   <translation>Modalität {1}, nicht MR</translation>
  </message>
  <message>
   <source>more than chance</source>
   <translation>mehr als Zufall</translation>
  </message>
  <message>
   <source>named {1}, but {2}</source>
   <translation>heißt {1}, aber {2}</translation>
  </message>
  <message>
   <source>named {1}; no timing in its headers</source>
   <translation>heißt {1}; keine Zeiten im Header</translation>
  </message>
  <message>
   <source>named {1}; {2}</source>
   <translation>heißt {1}; {2}</translation>
  </message>
  <message>
   <source>neither its name nor its timing is that of one of the four contrasts; {1}</source>
   <translation>weder Name noch Zeiten passen zu einer der vier Sequenzen; {1}</translation>
  </message>
  <message>
   <source>nnU-Net needs all four; {1} is not there.</source>
   <translation>nnU-Net braucht alle vier; {1} ist nicht da.</translation>
  </message>
  <message>
   <source>not a scan of the brain (body part)</source>
   <translation>kein Scan des Gehirns (Körperteil)</translation>
  </message>
  <message>
   <source>nothing says whether a contrast agent was given</source>
   <translation>nichts sagt, ob ein Kontrastmittel gegeben wurde</translation>
  </message>
  <message>
   <source>once a round</source>
   <translation>einmal je Runde</translation>
  </message>
  <message>
   <source>one slice, no volume</source>
   <translation>eine Schicht, kein Volumen</translation>
  </message>
  <message>
   <source>only validates</source>
   <translation>validiert nur</translation>
  </message>
  <message>
   <source>order of contrasts</source>
   <translation>die Reihenfolge der Kontraste</translation>
  </message>
  <message>
   <source>order of outputs</source>
   <translation>die Reihenfolge der Ausgaben</translation>
  </message>
  <message>
   <source>proton-density weighted, which is none of the four contrasts</source>
   <translation>protonendichtegewichtet, keine der vier Sequenzen</translation>
  </message>
  <message>
   <source>questions for what is due, with the site's name</source>
   <translation>Fragen, was ansteht, mit dem Namen des Standorts</translation>
  </message>
  <message>
   <source>refused above {1}, and above {2} where it is not sharp</source>
   <translation>abgewiesen über {1} und, wo es nicht scharf ist, über {2}</translation>
  </message>
  <message>
   <source>scaling of intensities</source>
   <translation>die Skalierung der Intensitäten</translation>
  </message>
  <message>
   <source>several volumes one after another (4-D, {1} times): perfusion, diffusion or function</source>
   <translation>mehrere Volumen nacheinander (4D, {1}-mal): Perfusion, Diffusion oder Funktion</translation>
  </message>
  <message>
   <source>short repetition and short echo ({1})</source>
   <translation>kurze Repetitions- und kurze Echozeit ({1})</translation>
  </message>
  <message>
   <source>susceptibility-weighted (T2*) imaging: gradient echo, TE {1} ms</source>
   <translation>suszeptibilitätsgewichtete (T2*) Bildgebung: Gradientenecho, TE {1} ms</translation>
  </message>
  <message>
   <source>the contrast-enhanced T1 of the same case is another series</source>
   <translation>das kontrastverstärkte T1 desselben Falls ist eine andere Serie</translation>
  </message>
  <message>
   <source>the mean Dice over the validation cases (ET, TC, WT and their mean), and how many cases these are</source>
   <translation>der mittlere Dice über die Validierungsfälle (ET, TC, WT und ihr Mittel) und wie viele Fälle das sind</translation>
  </message>
  <message>
   <source>the mean training loss, and how many cases were trained on</source>
   <translation>den mittleren Trainingsverlust und an wie vielen Fällen trainiert wurde</translation>
  </message>
  <message>
   <source>the same protocol ran before it: the later one is usually the one with contrast agent</source>
   <translation>dasselbe Protokoll lief davor: die spätere ist meist die mit Kontrastmittel</translation>
  </message>
  <message>
   <source>the scan's date lies in the future: the scanner's clock was wrong. Intervals between its scans are not to be trusted.</source>
   <translation>das Datum des Scans liegt in der Zukunft: Die Uhr des Scanners ging falsch. Abständen zwischen seinen Scans ist nicht zu trauen.</translation>
  </message>
  <message>
   <source>the weights of the network after this site's training{1}</source>
   <translation>die Gewichte des Netzes nach dem Training dieses Standorts{1}</translation>
  </message>
  <message>
   <source>timing of none of the four ({1})</source>
   <translation>Zeiten wie bei keiner der vier ({1})</translation>
  </message>
  <message>
   <source>training site</source>
   <translation>trainierender Standort</translation>
  </message>
  <message>
   <source>trains and validates</source>
   <translation>trainiert und validiert</translation>
  </message>
  <message>
   <source>was imported before; whether it is the same person could not be checked, for no mark of that one was kept: there was no keyring and no passphrase then. Compare the patient ids' owners in the archive.</source>
   <translation>wurde früher importiert; ob es dieselbe Person ist, ließ sich nicht prüfen, denn von jener wurde kein Merkmal aufbewahrt: Damals gab es keinen Schlüsselbund und keine Passphrase. Vergleichen Sie im Archiv, wem die Patientennummern gehören.</translation>
  </message>
  <message>
   <source>where the two differ most, {1} is brighter {2} times as far as {3} is</source>
   <translation>wo sich die zwei am meisten unterscheiden, ist {1} {2}-mal so weit heller, wie {3} es ist</translation>
  </message>
  <message>
   <source>which may be chance</source>
   <translation>vielleicht Zufall</translation>
  </message>
  <message>
   <source>with intensities left as they are</source>
   <translation>mit unveränderten Intensitäten</translation>
  </message>
  <message>
   <source>with its contrasts in the order {1}</source>
   <translation>mit seinen Kontrasten in der Reihenfolge {1}</translation>
  </message>
  <message>
   <source>with its outputs in the order {1}</source>
   <translation>mit seinen Ausgaben in der Reihenfolge {1}</translation>
  </message>
  <message>
   <source>with mean 0 and deviation 1 over the brain</source>
   <translation>mit Mittel 0 und Abweichung 1 über das Gehirn</translation>
  </message>
  <message>
   <source>with mean 0 and deviation 1 over the voxels that are not zero</source>
   <translation>mit Mittel 0 und Abweichung 1 über die Voxel, die nicht null sind</translation>
  </message>
  <message>
   <source>with values from 0 to 1 over the voxels that are not zero</source>
   <translation>mit Werten von 0 bis 1 über die Voxel, die nicht null sind</translation>
  </message>
  <message>
   <source>with {1} and {2} changed places</source>
   <translation>mit {1} und {2} vertauscht</translation>
  </message>
  <message>
   <source>{1} % or less</source>
   <translation>{1} % oder weniger</translation>
  </message>
  <message>
   <source>{1} % or more</source>
   <translation>{1} % oder mehr</translation>
  </message>
  <message>
   <source>{1} % or more; bad below {2} %</source>
   <translation>{1} % oder mehr; schlecht unter {2} %</translation>
  </message>
  <message>
   <source>{1} (acquired contrast)</source>
   <translation>{1} (Kontrast der Aufnahme)</translation>
  </message>
  <message>
   <source>{1} (image type {2})</source>
   <translation>{1} (Bildtyp {2})</translation>
  </message>
  <message>
   <source>{1} Ask for a new one soon.</source>
   <translation>{1} Bitten Sie bald um ein neues.</translation>
  </message>
  <message>
   <source>{1} GiB are free; training wants {2} GiB or more.</source>
   <translation>{1} GiB sind frei; das Training will {2} GiB oder mehr.</translation>
  </message>
  <message>
   <source>{1} GiB are free; up to {2} GiB are needed.</source>
   <translation>{1} GiB sind frei; bis zu {2} GiB werden gebraucht.</translation>
  </message>
  <message>
   <source>{1} MB are free in {2}; {3} are needed.</source>
   <translation>{1} MB sind frei in {2}; {3} werden gebraucht.</translation>
  </message>
  <message>
   <source>{1} and the label map do not lie on one grid.</source>
   <translation>{1} und die Labelkarte liegen nicht auf einem Raster.</translation>
  </message>
  <message>
   <source>{1} and {2} are the same image.</source>
   <translation>{1} und {2} sind dasselbe Bild.</translation>
  </message>
  <message>
   <source>{1} and {2} do not lie on one grid.</source>
   <translation>{1} und {2} liegen nicht auf einem Raster.</translation>
  </message>
  <message>
   <source>{1} and {2} look exchanged: {3}. Choose again on the Import screen.</source>
   <translation>{1} und {2} sehen vertauscht aus: {3}. Wählen Sie unter „Importieren“ erneut.</translation>
  </message>
  <message>
   <source>{1} and {2} were scored on no case in common.</source>
   <translation>{1} und {2} wurden an keinem gemeinsamen Fall bewertet.</translation>
  </message>
  <message>
   <source>{1} are no hours; write 19-7, or 12:00-13:30, 18-6</source>
   <translation>{1} sind keine Stunden; schreiben Sie 19-7 oder 12:00-13:30, 18-6</translation>
  </message>
  <message>
   <source>{1} are the same file.</source>
   <translation>{1} sind dieselbe Datei.</translation>
  </message>
  <message>
   <source>{1} begins when it ends; leave it empty for the whole day</source>
   <translation>{1} beginnt, wenn es endet; lassen Sie es für den ganzen Tag leer</translation>
  </message>
  <message>
   <source>{1} belongs to somebody else.</source>
   <translation>{1} gehört jemand anderem.</translation>
  </message>
  <message>
   <source>{1} below {2} cm³</source>
   <translation>{1} unter {2} cm³</translation>
  </message>
  <message>
   <source>{1} by hand by {2} on {3}.</source>
   <translation>{1} von Hand durch {2} am {3}.</translation>
  </message>
  <message>
   <source>{1} cannot be read.</source>
   <translation>{1} kann nicht gelesen werden.</translation>
  </message>
  <message>
   <source>{1} cases have the other side here already: {2}.</source>
   <translation>{1} Fälle haben hier schon die andere Seite: {2}.</translation>
  </message>
  <message>
   <source>{1} cm2 or less</source>
   <translation>{1} cm2 oder weniger</translation>
  </message>
  <message>
   <source>{1} cm³ have no necrotic core: confirm</source>
   <translation>{1} cm³ haben keinen nekrotischen Kern: bestätigen</translation>
  </message>
  <message>
   <source>{1} cm³ lie outside the brain</source>
   <translation>{1} cm³ liegen außerhalb des Gehirns</translation>
  </message>
  <message>
   <source>{1} covers {2} mm; a head needs {3} mm or more.</source>
   <translation>{1} umfasst {2} mm; ein Kopf braucht {3} mm oder mehr.</translation>
  </message>
  <message>
   <source>{1} does not fit a decimal string</source>
   <translation>{1} passt nicht in eine Dezimalzeichenkette</translation>
  </message>
  <message>
   <source>{1} fits T1Gd hardly better than its mirror image does ({2}; one head stays below {3}): it may be another person's, mirrored left to right, or disturbed.</source>
   <translation>{1} passt kaum besser zu T1Gd als sein Spiegelbild ({2}; derselbe Kopf bleibt unter {3}): Es ist vielleicht von einer anderen Person, seitenverkehrt oder gestört.</translation>
  </message>
  <message>
   <source>{1} fits nowhere better than 5 mm beside it: it may be another person's, mirrored, or disturbed.</source>
   <translation>{1} passt nirgends besser als 5 mm daneben: Es ist vielleicht von einer anderen Person, gespiegelt oder gestört.</translation>
  </message>
  <message>
   <source>{1} for FeTS</source>
   <translation>{1} für FeTS</translation>
  </message>
  <message>
   <source>{1} had the skull taken off on the atlas grid before, the others had not.</source>
   <translation>Bei {1} war der Schädel auf dem Atlasraster schon entfernt, bei den anderen nicht.</translation>
  </message>
  <message>
   <source>{1} had to be turned by {2} degrees: its header may say a wrong attitude.</source>
   <translation>{1} musste um {2} Grad gedreht werden: Sein Header nennt vielleicht eine falsche Haltung.</translation>
  </message>
  <message>
   <source>{1} has no column {2}.</source>
   <translation>{1} hat keine Spalte {2}.</translation>
  </message>
  <message>
   <source>{1} has one value all over the brain.</source>
   <translation>{1} hat im ganzen Gehirn einen einzigen Wert.</translation>
  </message>
  <message>
   <source>{1} has only {2} slices (fewer than {3}).</source>
   <translation>{1} hat nur {2} Schichten (weniger als {3}).</translation>
  </message>
  <message>
   <source>{1} has the same value everywhere.</source>
   <translation>{1} hat überall denselben Wert.</translation>
  </message>
  <message>
   <source>{1} has {2} million voxels; a head has fewer than {3} million.</source>
   <translation>{1} hat {2} Millionen Voxel; ein Kopf hat weniger als {3} Millionen.</translation>
  </message>
  <message>
   <source>{1} holds negative values down to {2}; they become zero.</source>
   <translation>{1} enthält negative Werte bis {2}; sie werden null.</translation>
  </message>
  <message>
   <source>{1} holds only a few different values: it is a mask or a label map.</source>
   <translation>{1} enthält nur wenige verschiedene Werte: Es ist eine Maske oder Labelkarte.</translation>
  </message>
  <message>
   <source>{1} holds values down to {2}, and {3} % of what it shows lies below zero: its values were shifted or normalised.</source>
   <translation>{1} enthält Werte bis {2}, und {3} % des Gezeigten liegen unter null: Seine Werte wurden verschoben oder normalisiert.</translation>
  </message>
  <message>
   <source>{1} holds values that are no numbers.</source>
   <translation>{1} enthält Werte, die keine Zahlen sind.</translation>
  </message>
  <message>
   <source>{1} holds {2} voxels that are no numbers.</source>
   <translation>{1} enthält {2} Voxel, die keine Zahlen sind.</translation>
  </message>
  <message>
   <source>{1} in its own space</source>
   <translation>{1} im eigenen Raum</translation>
  </message>
  <message>
   <source>{1} is empty or holds values that are no numbers.</source>
   <translation>{1} ist leer oder enthält Werte, die keine Zahlen sind.</translation>
  </message>
  <message>
   <source>{1} is far too long.</source>
   <translation>{1} ist viel zu lang.</translation>
  </message>
  <message>
   <source>{1} is hardly like what it was brought onto ({2}; 1 is none, {3} fine): its attitude may be wrong altogether.</source>
   <translation>{1} ist dem Bild, auf das es gebracht wurde, kaum ähnlich ({2}; 1 ist gar nicht, {3} genügt): Seine Haltung ist vielleicht ganz falsch.</translation>
  </message>
  <message>
   <source>{1} is mirrored left to right against T1Gd: its mirror image fits {2} times as well. One of the two files says the wrong sides; which one, no program can know.</source>
   <translation>{1} ist gegen T1Gd seitenverkehrt: Sein Spiegelbild passt {2}-mal so gut. Eine der zwei Dateien nennt die falschen Seiten; welche, kann kein Programm wissen.</translation>
  </message>
  <message>
   <source>{1} is missing.</source>
   <translation>{1} fehlt.</translation>
  </message>
  <message>
   <source>{1} is no key; write: itksnap tool brush=Ctrl+B</source>
   <translation>{1} ist keine Taste; schreiben Sie: itksnap tool brush=Ctrl+B</translation>
  </message>
  <message>
   <source>{1} is no table of text.</source>
   <translation>{1} ist keine Texttabelle.</translation>
  </message>
  <message>
   <source>{1} is not where it says, seen from the list's folder.</source>
   <translation>{1} ist nicht, wo es angegeben ist, vom Ordner der Liste aus gesehen.</translation>
  </message>
  <message>
   <source>{1} is one of {2}, not {3}</source>
   <translation>{1} ist eines von {2}, nicht {3}</translation>
  </message>
  <message>
   <source>{1} is retired; bring it back first.</source>
   <translation>{1} ist außer Dienst; holen Sie es zuerst zurück.</translation>
  </message>
  <message>
   <source>{1} is signed already, or was not made here.</source>
   <translation>{1} ist schon unterzeichnet oder wurde nicht hier gemacht.</translation>
  </message>
  <message>
   <source>{1} ml of bright tissue go on beyond it in FLAIR: a tumour may be cut; look at its edge.</source>
   <translation>{1} ml helles Gewebe gehen in FLAIR darüber hinaus: Vielleicht ist ein Tumor abgeschnitten; sehen Sie sich seinen Rand an.</translation>
  </message>
  <message>
   <source>{1} ml of bright tissue go on beyond the brain's outline in FLAIR.</source>
   <translation>{1} ml helles Gewebe gehen in FLAIR über den Umriss des Gehirns hinaus.</translation>
  </message>
  <message>
   <source>{1} ml or less</source>
   <translation>{1} ml oder weniger</translation>
  </message>
  <message>
   <source>{1} needs the columns case and site.</source>
   <translation>{1} braucht die Spalten case und site.</translation>
  </message>
  <message>
   <source>{1} not there, or no longer.</source>
   <translation>{1} nicht da oder nicht mehr.</translation>
  </message>
  <message>
   <source>{1} of its names stand on both sides.</source>
   <translation>{1} seiner Namen stehen auf beiden Seiten.</translation>
  </message>
  <message>
   <source>{1} of {2} slices point in different directions, as those of a localizer do.</source>
   <translation>{1} von {2} Schichten zeigen in verschiedene Richtungen, wie bei einem Localizer.</translation>
  </message>
  <message>
   <source>{1} of {2} wait.</source>
   <translation>{1} von {2} warten.</translation>
  </message>
  <message>
   <source>{1} or less</source>
   <translation>{1} oder weniger</translation>
  </message>
  <message>
   <source>{1} or more</source>
   <translation>{1} oder mehr</translation>
  </message>
  <message>
   <source>{1} or more; bad below {2}</source>
   <translation>{1} oder mehr; schlecht unter {2}</translation>
  </message>
  <message>
   <source>{1} pieces, none below {2} cm³</source>
   <translation>{1} Stücke, keines unter {2} cm³</translation>
  </message>
  <message>
   <source>{1} proposes; let another model propose first.</source>
   <translation>{1} schlägt vor; lassen Sie zuerst ein anderes Modell vorschlagen.</translation>
  </message>
  <message>
   <source>{1} to T1Gd</source>
   <translation>{1} auf T1Gd</translation>
  </message>
  <message>
   <source>{1} to {2} cm³</source>
   <translation>{1} bis {2} cm³</translation>
  </message>
  <message>
   <source>{1} to {2} ml</source>
   <translation>{1} bis {2} ml</translation>
  </message>
  <message>
   <source>{1} to {2} mm</source>
   <translation>{1} bis {2} mm</translation>
  </message>
  <message>
   <source>{1} train, {2} validate.</source>
   <translation>{1} trainieren, {2} validieren.</translation>
  </message>
  <message>
   <source>{1} unknown to {2}</source>
   <translation>{1} in {2} unbekannt</translation>
  </message>
  <message>
   <source>{1} was changed or is damaged.</source>
   <translation>{1} wurde geändert oder ist beschädigt.</translation>
  </message>
  <message>
   <source>{1} was not found.</source>
   <translation>{1} wurde nicht gefunden.</translation>
  </message>
  <message>
   <source>{1} was not imported from DICOM, or without its headers.</source>
   <translation>{1} wurde nicht aus DICOM importiert oder ohne Header.</translation>
  </message>
  <message>
   <source>{1} x {2} x {3} voxels, as the images</source>
   <translation>{1} x {2} x {3} Voxel, wie die Bilder</translation>
  </message>
  <message>
   <source>{1} {2} is due, not {3} {4}</source>
   <translation>{1} {2} ist fällig, nicht {3} {4}</translation>
  </message>
  <message>
   <source>{1} {2} never saw scans {3} surgery: its outlines may be wrong there.</source>
   <translation>{1} {2} hat nie Scans „{3}“ (Operation) gesehen: Seine Umrisse können dort falsch sein.</translation>
  </message>
  <message>
   <source>{1}, at most {2} % apart</source>
   <translation>{1}, höchstens {2} % auseinander</translation>
  </message>
  <message>
   <source>{1}, of the common model</source>
   <translation>{1}, des gemeinsamen Modells</translation>
  </message>
  <message>
   <source>{1}, of this site's own model</source>
   <translation>{1}, des eigenen Modells dieses Standorts</translation>
  </message>
  <message>
   <source>{1}: It was changed while it was copied.</source>
   <translation>{1}: Es wurde während des Kopierens geändert.</translation>
  </message>
  <message>
   <source>{1}: a site cannot be called {2}.</source>
   <translation>{1}: Ein Standort kann nicht {2} heißen.</translation>
  </message>
  <message>
   <source>{1}: choose one of {2}</source>
   <translation>{1}: Wählen Sie eines von {2}</translation>
  </message>
  <message>
   <source>{1}: choose yes or no</source>
   <translation>{1}: Wählen Sie ja oder nein</translation>
  </message>
  <message>
   <source>{1}: its fingerprint is {2}; another was given.</source>
   <translation>{1}: Der Fingerabdruck ist {2}; ein anderer wurde genannt.</translation>
  </message>
  <message>
   <source>{1}: its pixels could not be decoded.</source>
   <translation>{1}: Die Bildpunkte konnten nicht entschlüsselt werden.</translation>
  </message>
  <message>
   <source>{1}: must lie between {2} and {3}</source>
   <translation>{1}: muss zwischen {2} und {3} liegen</translation>
  </message>
  <message>
   <source>{1}: trying every attitude</source>
   <translation>{1}: Jede Haltung wird versucht</translation>
  </message>
  <message>
   <source>{1}: {2} and {3} score the same on {4} cases.</source>
   <translation>{1}: {2} und {3} erreichen an {4} Fällen dasselbe.</translation>
  </message>
  <message>
   <source>{1}: {2} is not a {3}</source>
   <translation>{1}: {2} ist keine Angabe der Art {3}</translation>
  </message>
  <message>
   <source>{1}: {2} scores {3} (95 % interval {4} to {5}) above {6} on {7} cases, and is better on {8}; p = {9}, {10}.</source>
   <translation>{1}: {2} liegt an {7} Fällen um {3} (95-%-Intervall {4} bis {5}) über {6} und ist bei {8} besser; p = {9}, {10}.</translation>
  </message>
  <message>
   <source>{1}: {2} scores {3} above {4} on {5} case, and is better on {6}; p = {7}, {8}.</source>
   <translation>{1}: {2} liegt an {5} Fall um {3} über {4} und ist bei {6} besser; p = {7}, {8}.</translation>
  </message>
  <message>
   <source>{1}:{2} is no time of the day</source>
   <translation>{1}:{2} ist keine Tageszeit</translation>
  </message>
  <message>
   <source>{1}; but it is marked as a derived image</source>
   <translation>{1}; aber sie ist als abgeleitetes Bild gekennzeichnet</translation>
  </message>
  <message>
   <source>{1}; not taken: {2} in another series</source>
   <translation>{1}; nicht genommen: {2} in einer anderen Serie</translation>
  </message>
  <message>
   <source>{1}; preferred over another {2} series: {3}</source>
   <translation>{1}; vorgezogen vor einer anderen {2}-Serie: {3}</translation>
  </message>
  <message>
   <source>{1}; sites that train: {2}, that only validate: {3}.</source>
   <translation>{1}; Standorte, die trainieren: {2}, die nur validieren: {3}.</translation>
  </message>
  <message>
   <source>{1}; the inversion time is short for FLAIR</source>
   <translation>{1}; die Inversionszeit ist für FLAIR kurz</translation>
  </message>
  <message>
   <source>{1}{2} {3} of theirs wait.</source>
   <translation>{1}{2} {3} davon warten.</translation>
  </message>
 </context>
 <context>
  <name>tour</name>
  <message>
   <source>A patient who never lived</source>
   <translation>Ein Patient, den es nie gab</translation>
  </message>
  <message>
   <source>Choose Make a demo patient. The program draws a head with a tumour, takes it in as it would a real one, prepares it and proposes an outline.</source>
   <translation>Wählen Sie „Demo-Patienten erzeugen“. Das Programm zeichnet einen Kopf mit einem Tumor, nimmt ihn auf wie einen echten, bereitet ihn vor und schlägt einen Umriss vor.</translation>
  </message>
  <message>
   <source>Click it, or press {brush}. The label that it paints is chosen at the right.</source>
   <translation>Klicken Sie ihn an, oder drücken Sie {brush}. Welches Label er malt, wählen Sie rechts.</translation>
  </message>
  <message>
   <source>Correct the outline</source>
   <translation>Berichtigen Sie den Umriss</translation>
  </message>
  <message>
   <source>Hold the left button and paint where the outline is wrong; {undo} takes a stroke back. By keys alone: {smooth}, then Enter, smooths it; {options} leads to its options and back.</source>
   <translation>Halten Sie die linke Taste und malen Sie, wo der Umriss nicht stimmt; {undo} nimmt einen Strich zurück. Nur mit Tasten: {smooth}, dann Enter, glättet ihn; {options} führt zu den Optionen und zurück.</translation>
  </message>
  <message>
   <source>It did not come to its end. Why? in the line below says what happened, and what helps.</source>
   <translation>Es kam nicht zu Ende. „Warum?“ in der Zeile unten sagt, was geschehen ist und was hilft.</translation>
  </message>
  <message>
   <source>It stands under every case you approve. Write it into this line and press Enter.</source>
   <translation>Er steht unter jedem Fall, den Sie freigeben. Schreiben Sie ihn in diese Zeile, und drücken Sie Enter.</translation>
  </message>
  <message>
   <source>Look at the checks above, then choose Approve case or press Ctrl+Return. If a check has a remark, you are asked for your reason.</source>
   <translation>Sehen Sie die Prüfpunkte darüber an, dann wählen Sie „Fall freigeben“, oder drücken Sie Ctrl+Return. Merkt ein Prüfpunkt etwas an, werden Sie nach Ihrem Grund gefragt.</translation>
  </message>
  <message>
   <source>Look through the slices</source>
   <translation>Sehen Sie die Schichten durch</translation>
  </message>
  <message>
   <source>Make a demo patient</source>
   <translation>Demo-Patienten erzeugen</translation>
  </message>
  <message>
   <source>Meanwhile, your name</source>
   <translation>Unterdessen: Ihr Name</translation>
  </message>
  <message>
   <source>Open the case</source>
   <translation>Öffnen Sie den Fall</translation>
  </message>
  <message>
   <source>Sign it off</source>
   <translation>Geben Sie ihn frei</translation>
  </message>
  <message>
   <source>Take the brush</source>
   <translation>Nehmen Sie den Pinsel</translation>
  </message>
  <message>
   <source>The case that waits is being opened.</source>
   <translation>Der wartende Fall wird geöffnet.</translation>
  </message>
  <message>
   <source>The computer works, you need not</source>
   <translation>Der Computer arbeitet, Sie müssen nicht</translation>
  </message>
  <message>
   <source>The line below says what is being done and how much is left: some minutes. Look around meanwhile. The tour goes on by itself as soon as an outline is proposed.</source>
   <translation>Die Zeile unten sagt, was gerade geschieht und wie viel noch fehlt: einige Minuten. Sehen Sie sich unterdessen um. Der Rundgang geht von selbst weiter, sobald ein Umriss vorgeschlagen ist.</translation>
  </message>
  <message>
   <source>Turn the wheel over a picture, or press {up} and {down}. A click brings all pictures to one place.</source>
   <translation>Drehen Sie das Rad über einem Bild, oder drücken Sie {up} und {down}. Ein Klick bringt alle Bilder an eine Stelle.</translation>
  </message>
 </context>
 <context>
  <name>words</name>
  <message>
   <source>, encrypted</source>
   <translation>, verschlüsselt</translation>
  </message>
  <message>
   <source>0 shares the cores among the jobs that run together.</source>
   <translation>0 teilt die Kerne unter den Arbeiten auf, die zusammen laufen.</translation>
  </message>
  <message>
   <source>0 to 1</source>
   <translation>0 bis 1</translation>
  </message>
  <message>
   <source>16-bit</source>
   <translation>16 Bit</translation>
  </message>
  <message>
   <source>32-bit</source>
   <translation>32 Bit</translation>
  </message>
  <message>
   <source>3D Slicer</source>
   <translation>3D Slicer</translation>
  </message>
  <message>
   <source>8-bit</source>
   <translation>8 Bit</translation>
  </message>
  <message>
   <source>A .seg.nrrd file with names, colours and codes</source>
   <translation>Eine .seg.nrrd-Datei mit Namen, Farben und Codes</translation>
  </message>
  <message>
   <source>A PACS cannot be used as it is entered in Settings</source>
   <translation>Ein PACS ist so, wie es in den Einstellungen steht, nicht verwendbar</translation>
  </message>
  <message>
   <source>A PEM file without a passphrase; empty if it is in the same file.</source>
   <translation>Eine PEM-Datei ohne Passphrase; leer, wenn er in derselben Datei steht.</translation>
  </message>
  <message>
   <source>A PEM file; IT makes it.</source>
   <translation>Eine PEM-Datei; die IT stellt sie aus.</translation>
  </message>
  <message>
   <source>A PEM file; then senders must show a certificate of it. Empty asks them for none.</source>
   <translation>Eine PEM-Datei; dann müssen Sender ein Zertifikat davon vorweisen. Leer verlangt keines.</translation>
  </message>
  <message>
   <source>A background job ended without an answer</source>
   <translation>Eine Hintergrundarbeit endete ohne Antwort</translation>
  </message>
  <message>
   <source>A backup holds the images and the work. Encrypted, it opens only with this passphrase. Not encrypted, it is as private as the disk it lies on.</source>
   <translation>Eine Sicherung enthält die Bilder und die Arbeit. Verschlüsselt öffnet sie nur diese Passphrase. Unverschlüsselt ist sie so geschützt wie der Datenträger, auf dem sie liegt.</translation>
  </message>
  <message>
   <source>A case is one patient at one time point with four MR series: T1, T1Gd, T2 and FLAIR. Import a patient's folder, or let the program make a demo patient to look around with.</source>
   <translation>Ein Fall ist ein Patient zu einem Zeitpunkt mit vier MR-Serien: T1, T1Gd, T2 und FLAIR. Importieren Sie den Ordner eines Patienten oder lassen Sie das Programm einen Demo-Patienten erzeugen, um sich umzusehen.</translation>
  </message>
  <message>
   <source>A case needs T1, T1Gd, T2 and FLAIR. Import the missing series, or exclude the case.</source>
   <translation>Ein Fall braucht T1, T1Gd, T2 und FLAIR. Importieren Sie die fehlende Serie oder schließen Sie den Fall aus.</translation>
  </message>
  <message>
   <source>A demo patient is being made</source>
   <translation>Ein Demo-Patient wird erzeugt</translation>
  </message>
  <message>
   <source>A derivatives data set for research pipelines</source>
   <translation>Ein Derivatives-Datensatz für Forschungsabläufe</translation>
  </message>
  <message>
   <source>A file of that name is there already, and this program did not write it</source>
   <translation>Eine Datei dieses Namens ist schon da, und dieses Programm hat sie nicht geschrieben</translation>
  </message>
  <message>
   <source>A part of the installation is missing</source>
   <translation>Ein Teil der Installation fehlt</translation>
  </message>
  <message>
   <source>A passphrase for this site's key</source>
   <translation>Eine Passphrase für den Schlüssel dieses Standorts</translation>
  </message>
  <message>
   <source>A person must say which series is which</source>
   <translation>Eine Person muss sagen, welche Serie welche ist</translation>
  </message>
  <message>
   <source>A raw data set to train nnU-Net from</source>
   <translation>Ein Rohdatensatz, um nnU-Net damit zu trainieren</translation>
  </message>
  <message>
   <source>A recovery file brings the key back on any computer. Choose a passphrase for it, and keep both away from this computer.</source>
   <translation>Eine Wiederherstellungsdatei bringt den Schlüssel an jedem Computer zurück. Wählen Sie eine Passphrase für sie, und bewahren Sie beides nicht an diesem Computer auf.</translation>
  </message>
  <message>
   <source>A step of the preparation failed</source>
   <translation>Ein Schritt der Vorbereitung ist fehlgeschlagen</translation>
  </message>
  <message>
   <source>A study is complete after (s)</source>
   <translation>Eine Untersuchung ist vollständig nach (s)</translation>
  </message>
  <message>
   <source>A voxel becomes what more than half of the candidates say. Where no more than half agree, it becomes background.</source>
   <translation>Ein Voxel wird, was mehr als die Hälfte der Kandidaten sagt. Wo nicht mehr als die Hälfte übereinstimmt, wird es Hintergrund.</translation>
  </message>
  <message>
   <source>A voxel becomes what most candidates say, be they fewer than half. Where two labels have as many, it becomes background.</source>
   <translation>Ein Voxel wird, was die meisten Kandidaten sagen, seien es auch weniger als die Hälfte. Wo zwei Labels gleich viele haben, wird es Hintergrund.</translation>
  </message>
  <message>
   <source>AE title of this computer</source>
   <translation>AE-Titel dieses Computers</translation>
  </message>
  <message>
   <source>AE titles with their computers, for example MR1@10.1.2.3, MR2@scanner. Every PACS entered here may, too.</source>
   <translation>AE-Titel mit ihren Computern, zum Beispiel MR1@10.1.2.3, MR2@scanner. Jedes hier eingetragene PACS darf es auch.</translation>
  </message>
  <message>
   <source>Add a PACS…</source>
   <translation>PACS hinzufügen…</translation>
  </message>
  <message>
   <source>Add series</source>
   <translation>Serie hinzufügen</translation>
  </message>
  <message>
   <source>Add the series</source>
   <translation>Serie hinzufügen</translation>
  </message>
  <message>
   <source>After all {n} rounds: epsilon {e} at delta {d}; the smaller, the less can be told of your cases.</source>
   <translation>Nach allen {n} Runden: Epsilon {e} bei Delta {d}; je kleiner, desto weniger lässt sich über Ihre Fälle sagen.</translation>
  </message>
  <message>
   <source>After surgery</source>
   <translation>Postoperativ</translation>
  </message>
  <message>
   <source>All files (*)</source>
   <translation>Alle Dateien (*)</translation>
  </message>
  <message>
   <source>All {n} time points of this patient</source>
   <translation>Alle {n} Zeitpunkte dieses Patienten</translation>
  </message>
  <message>
   <source>An encrypted table tells who is behind a pseudonym, so that results can go back under the patient's name.</source>
   <translation>Eine verschlüsselte Tabelle sagt, wer hinter einem Pseudonym steht, damit Ergebnisse unter dem Namen des Patienten zurückgehen können.</translation>
  </message>
  <message>
   <source>An icon beside the clock brings the window back and ends the program.</source>
   <translation>Ein Symbol neben der Uhr bringt das Fenster zurück und beendet das Programm.</translation>
  </message>
  <message>
   <source>An image could not be read</source>
   <translation>Ein Bild konnte nicht gelesen werden</translation>
  </message>
  <message>
   <source>Answers for it</source>
   <translation>Steht dafür ein</translation>
  </message>
  <message>
   <source>Approve in spite of {n} remark?</source>
   <translation>Trotz {n} Anmerkung freigeben?</translation>
  </message>
  <message>
   <source>Approve in spite of {n} remarks?</source>
   <translation>Trotz {n} Anmerkungen freigeben?</translation>
  </message>
  <message>
   <source>Approve more cases, then try again.</source>
   <translation>Geben Sie weitere Fälle frei und versuchen Sie es erneut.</translation>
  </message>
  <message>
   <source>Approved</source>
   <translation>Freigegeben</translation>
  </message>
  <message>
   <source>Approved by {who}</source>
   <translation>Freigegeben von {who}</translation>
  </message>
  <message>
   <source>Approved cases wait for their side until the federation has ended, or this site has left it.</source>
   <translation>Freigegebene Fälle warten auf ihre Seite, bis die Föderation beendet ist oder dieser Standort sie verlassen hat.</translation>
  </message>
  <message>
   <source>As this computer</source>
   <translation>Wie dieser Computer</translation>
  </message>
  <message>
   <source>Ask IT for the right certificates, and enter them in Settings.</source>
   <translation>Lassen Sie sich von der IT die richtigen Zertifikate geben und tragen Sie sie in den Einstellungen ein.</translation>
  </message>
  <message>
   <source>Ask IT to enter this computer and its AE title, or user, at the PACS; compare them with Settings.</source>
   <translation>Lassen Sie die IT diesen Computer und seinen AE-Titel oder Benutzer am PACS eintragen; vergleichen Sie mit den Einstellungen.</translation>
  </message>
  <message>
   <source>Ask IT to install the package fets-desktop-training. Review and segmentation work without it.</source>
   <translation>Lassen Sie die IT das Paket fets-desktop-training installieren. Prüfen und Segmentieren gehen auch ohne.</translation>
  </message>
  <message>
   <source>Ask IT whether this computer may connect to its address and port; nothing is lost, and it is tried again.</source>
   <translation>Fragen Sie die IT, ob dieser Computer sich mit Adresse und Port verbinden darf; nichts ist verloren, es wird erneut versucht.</translation>
  </message>
  <message>
   <source>Ask for the file again; nothing of it was taken in.</source>
   <translation>Bitten Sie erneut um die Datei; nichts davon wurde übernommen.</translation>
  </message>
  <message>
   <source>Ask the federation's owner for a new certificate: make a new request from the invitation. Take the answer in, and let it go on.</source>
   <translation>Bitten Sie den Inhaber der Föderation um ein neues Zertifikat: Stellen Sie aus der Einladung einen neuen Antrag. Übernehmen Sie die Antwort und lassen Sie es weitergehen.</translation>
  </message>
  <message>
   <source>Ask the federation's owner to send the file again, and compare its fingerprint over the telephone.</source>
   <translation>Bitten Sie den Inhaber der Föderation, die Datei erneut zu senden, und vergleichen Sie den Fingerabdruck am Telefon.</translation>
  </message>
  <message>
   <source>Ask the federation's owner whether the certificate is still valid and the site is in the plan.</source>
   <translation>Fragen Sie den Inhaber der Föderation, ob das Zertifikat noch gilt und der Standort im Plan steht.</translation>
  </message>
  <message>
   <source>Ask the owner for a new invitation, read the plan and agree again, or leave the federation.</source>
   <translation>Bitten Sie den Inhaber um eine neue Einladung, lesen Sie den Plan und stimmen Sie erneut zu, oder verlassen Sie die Föderation.</translation>
  </message>
  <message>
   <source>Ask with other words; a * stands for any letters.</source>
   <translation>Fragen Sie mit anderen Worten; ein * steht für beliebige Zeichen.</translation>
  </message>
  <message>
   <source>Asking the server what is due</source>
   <translation>Fragt den Server, was ansteht</translation>
  </message>
  <message>
   <source>Asking…</source>
   <translation>Anfrage läuft…</translation>
  </message>
  <message>
   <source>Assign</source>
   <translation>Zuweisen</translation>
  </message>
  <message>
   <source>Assign {n} case</source>
   <translation>{n} Fall zuweisen</translation>
  </message>
  <message>
   <source>Assign {n} cases</source>
   <translation>{n} Fälle zuweisen</translation>
  </message>
  <message>
   <source>At most so many of the cores train and score; whatever else runs here goes first anyway.</source>
   <translation>Höchstens so viele der Kerne trainieren und bewerten; alles andere hier hat ohnehin Vorrang.</translation>
  </message>
  <message>
   <source>At the start, as long as there is no case and nobody took it or refused. The Help always has it.</source>
   <translation>Beim Start, solange es keinen Fall gibt und niemand ihn gemacht oder abgelehnt hat. Die Hilfe hat ihn immer.</translation>
  </message>
  <message>
   <source>At work</source>
   <translation>In Arbeit</translation>
  </message>
  <message>
   <source>Atlas</source>
   <translation>Atlas</translation>
  </message>
  <message>
   <source>Averaged over the sites of the federation {id}</source>
   <translation>Gemittelt über die Standorte der Föderation {id}</translation>
  </message>
  <message>
   <source>BIDS</source>
   <translation>BIDS</translation>
  </message>
  <message>
   <source>Bad</source>
   <translation>Schlecht</translation>
  </message>
  <message>
   <source>Before surgery</source>
   <translation>Präoperativ</translation>
  </message>
  <message>
   <source>Begin when no job is at work; they cannot be encrypted or decrypted meanwhile.</source>
   <translation>Beginnen Sie, wenn kein Auftrag läuft; währenddessen können sie nicht ver- oder entschlüsselt werden.</translation>
  </message>
  <message>
   <source>Beside the largest piece</source>
   <translation>Neben dem größten Stück</translation>
  </message>
  <message>
   <source>Bias</source>
   <translation>Bias</translation>
  </message>
  <message>
   <source>Both sides</source>
   <translation>Beide Seiten</translation>
  </message>
  <message>
   <source>BraTS 2017-2021, FeTS v1 (ET = 4)</source>
   <translation>BraTS 2017-2021, FeTS v1 (ET = 4)</translation>
  </message>
  <message>
   <source>BraTS 2023 (ET = 3)</source>
   <translation>BraTS 2023 (ET = 3)</translation>
  </message>
  <message>
   <source>Brain</source>
   <translation>Gehirn</translation>
  </message>
  <message>
   <source>Bright tissue cut by the edge</source>
   <translation>Helles Gewebe, vom Rand beschnitten</translation>
  </message>
  <message>
   <source>Bring the key back</source>
   <translation>Schlüssel zurückholen</translation>
  </message>
  <message>
   <source>Bring the system keyring back, or the file secrets.vault; images need another key, or none.</source>
   <translation>Holen Sie den Schlüsselbund des Systems oder die Datei secrets.vault zurück; Bilder brauchen einen anderen Schlüssel oder keinen.</translation>
  </message>
  <message>
   <source>Bring the system keyring back, or use the recovery file: fets-desktop workspace recover FILE.</source>
   <translation>Holen Sie den Schlüsselbund des Systems zurück, oder benutzen Sie die Wiederherstellungsdatei: fets-desktop workspace recover FILE.</translation>
  </message>
  <message>
   <source>Brings labels of a neighbouring slice to the slice you look at.</source>
   <translation>Bringt Labels einer Nachbarschicht in die Schicht, die Sie ansehen.</translation>
  </message>
  <message>
   <source>Brush size (mm)</source>
   <translation>Pinselgröße (mm)</translation>
  </message>
  <message>
   <source>By patient: all time points of one patient stand on the same side, so that no model is scored on a patient it has seen.</source>
   <translation>Nach Patient: Alle Zeitpunkte eines Patienten stehen auf derselben Seite, damit kein Modell an einem Patienten bewertet wird, den es gesehen hat.</translation>
  </message>
  <message>
   <source>CPU, {n} thread</source>
   <translation>CPU, {n} Thread</translation>
  </message>
  <message>
   <source>CPU, {n} threads</source>
   <translation>CPU, {n} Threads</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Cancelled</source>
   <translation>Abgebrochen</translation>
  </message>
  <message>
   <source>Cannot be used any more</source>
   <translation>Nicht mehr verwendbar</translation>
  </message>
  <message>
   <source>Cases come here once they are imported and prepared. A model proposes labels; a person corrects and approves them.</source>
   <translation>Fälle kommen hierher, sobald sie importiert und vorbereitet sind. Ein Modell schlägt Labels vor; eine Person berichtigt und gibt sie frei.</translation>
  </message>
  <message>
   <source>Certificate of this computer</source>
   <translation>Zertifikat dieses Computers</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>Änderung</translation>
  </message>
  <message>
   <source>Change the passphrase</source>
   <translation>Passphrase ändern</translation>
  </message>
  <message>
   <source>Change {name}</source>
   <translation>{name} ändern</translation>
  </message>
  <message>
   <source>Changed under Keys and mouse (? in Review); an empty line takes all of them back.</source>
   <translation>Geändert unter „Tasten und Maus“ (? unter „Prüfen“); eine leere Zeile nimmt alle zurück.</translation>
  </message>
  <message>
   <source>Check its address and port in Settings, and ask IT whether this computer may connect to it.</source>
   <translation>Prüfen Sie Adresse und Port in den Einstellungen und fragen Sie die IT, ob dieser Computer sich damit verbinden darf.</translation>
  </message>
  <message>
   <source>Check that all four series are of the same patient and visit, and none of them was changed by a program.</source>
   <translation>Prüfen Sie, ob alle vier Serien vom selben Patienten und Termin sind und keine von einem Programm verändert wurde.</translation>
  </message>
  <message>
   <source>Choose a folder on a disk of this computer; a network drive can damage the records.</source>
   <translation>Wählen Sie einen Ordner auf einem Datenträger dieses Computers; ein Netzlaufwerk kann die Aufzeichnungen beschädigen.</translation>
  </message>
  <message>
   <source>Choose a folder that is empty or not there yet, outside the workspace.</source>
   <translation>Wählen Sie einen Ordner, der leer oder noch nicht vorhanden ist, außerhalb des Arbeitsbereichs.</translation>
  </message>
  <message>
   <source>Choose a folder you may write to, or ask IT for the right.</source>
   <translation>Wählen Sie einen Ordner, in den Sie schreiben dürfen, oder bitten Sie die IT um das Recht.</translation>
  </message>
  <message>
   <source>Choose a folder: {what}</source>
   <translation>Ordner wählen: {what}</translation>
  </message>
  <message>
   <source>Choose an empty folder for the workspace.</source>
   <translation>Wählen Sie einen leeren Ordner für den Arbeitsbereich.</translation>
  </message>
  <message>
   <source>Choose another folder, or say that files there may be replaced.</source>
   <translation>Wählen Sie einen anderen Ordner oder sagen Sie, dass Dateien dort ersetzt werden dürfen.</translation>
  </message>
  <message>
   <source>Choose another port, or close the program that uses it; ports below 1024 need special rights.</source>
   <translation>Wählen Sie einen anderen Port oder schließen Sie das Programm, das ihn benutzt; Ports unter 1024 brauchen besondere Rechte.</translation>
  </message>
  <message>
   <source>Choose the anatomical series; perfusion, diffusion and other 4-D series cannot be used.</source>
   <translation>Wählen Sie die anatomische Serie; Perfusion, Diffusion und andere 4D-Serien sind nicht verwendbar.</translation>
  </message>
  <message>
   <source>Choose the folder of a workspace, or let the program make a new one.</source>
   <translation>Wählen Sie den Ordner eines Arbeitsbereichs oder lassen Sie das Programm einen neuen anlegen.</translation>
  </message>
  <message>
   <source>Choose the folder that `federation new` made, or an empty one for a new federation.</source>
   <translation>Wählen Sie den Ordner, den `federation new` angelegt hat, oder einen leeren für eine neue Föderation.</translation>
  </message>
  <message>
   <source>Choose the folder that holds backup.json. A backup that was cut off has none: make it again.</source>
   <translation>Wählen Sie den Ordner, der backup.json enthält. Eine abgebrochene Sicherung hat keine: Machen Sie sie neu.</translation>
  </message>
  <message>
   <source>Choose the folder that holds the patient's DICOM or NIfTI files.</source>
   <translation>Wählen Sie den Ordner, der die DICOM- oder NIfTI-Dateien des Patienten enthält.</translation>
  </message>
  <message>
   <source>Choose the folder with train.csv and val.csv; each has a column data_uid. Nothing was changed.</source>
   <translation>Wählen Sie den Ordner mit train.csv und val.csv; jede hat eine Spalte data_uid. Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>Choose the passphrase of this workspace</source>
   <translation>Wählen Sie die Passphrase dieses Arbeitsbereichs</translation>
  </message>
  <message>
   <source>Choose the right label scheme, or mend the file.</source>
   <translation>Wählen Sie das richtige Labelschema oder berichtigen Sie die Datei.</translation>
  </message>
  <message>
   <source>Choose where to write it…</source>
   <translation>Ort wählen…</translation>
  </message>
  <message>
   <source>Click a closed outline or a region.</source>
   <translation>Klicken Sie einen geschlossenen Umriss oder eine Region an.</translation>
  </message>
  <message>
   <source>Click a hatched region to take it from another version.</source>
   <translation>Klicken Sie eine schraffierte Region an, um sie aus einer anderen Version zu übernehmen.</translation>
  </message>
  <message>
   <source>Click corners, or drag to draw freehand. Enter or the right button closes, Backspace steps back.</source>
   <translation>Klicken Sie Ecken oder ziehen Sie freihändig. Enter oder die rechte Taste schließt, die Rücktaste geht zurück.</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Close other programs and try again.</source>
   <translation>Schließen Sie andere Programme und versuchen Sie es erneut.</translation>
  </message>
  <message>
   <source>Close other programs, or ask IT to enlarge /dev/shm; encrypted images are opened nowhere else.</source>
   <translation>Schließen Sie andere Programme, oder bitten Sie die IT, /dev/shm zu vergrößern; verschlüsselte Bilder werden nirgends sonst geöffnet.</translation>
  </message>
  <message>
   <source>Close the other one first.</source>
   <translation>Schließen Sie zuerst den anderen.</translation>
  </message>
  <message>
   <source>Close, and let the federation wait?</source>
   <translation>Schließen und die Föderation warten lassen?</translation>
  </message>
  <message>
   <source>Colours</source>
   <translation>Farben</translation>
  </message>
  <message>
   <source>Comes from</source>
   <translation>Stammt aus</translation>
  </message>
  <message>
   <source>Compare the fingerprint with whoever made it; then trust it in Models, or with --trust FINGERPRINT.</source>
   <translation>Vergleichen Sie den Fingerabdruck mit dem Hersteller; vertrauen Sie ihm dann unter „Modelle“ oder mit --trust FINGERPRINT.</translation>
  </message>
  <message>
   <source>Compare the site's name and the fingerprint with the site, over the telephone.</source>
   <translation>Vergleichen Sie Namen des Standorts und Fingerabdruck mit dem Standort am Telefon.</translation>
  </message>
  <message>
   <source>Confirm</source>
   <translation>Bestätigen</translation>
  </message>
  <message>
   <source>Confirm contrasts</source>
   <translation>Sequenzen bestätigen</translation>
  </message>
  <message>
   <source>Confirm the contrasts</source>
   <translation>Sequenzen bestätigen</translation>
  </message>
  <message>
   <source>Connecting to the server</source>
   <translation>Verbindet sich mit dem Server</translation>
  </message>
  <message>
   <source>Continue</source>
   <translation>Fortfahren</translation>
  </message>
  <message>
   <source>Converting</source>
   <translation>Umwandeln</translation>
  </message>
  <message>
   <source>Copies and backups that were made before still open with the old one.</source>
   <translation>Früher gemachte Kopien und Sicherungen öffnet weiterhin die alte.</translation>
  </message>
  <message>
   <source>Copying to {folder}</source>
   <translation>Wird kopiert nach {folder}</translation>
  </message>
  <message>
   <source>Correct it in Settings, under Hospital network, and test it there.</source>
   <translation>Berichtigen Sie es in den Einstellungen unter „Kliniknetz“ und testen Sie es dort.</translation>
  </message>
  <message>
   <source>Cover the window after (min)</source>
   <translation>Fenster abdecken nach (min)</translation>
  </message>
  <message>
   <source>DICOM segmentation</source>
   <translation>DICOM-Segmentierung</translation>
  </message>
  <message>
   <source>DICOM structure set</source>
   <translation>DICOM-Struktursatz</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Dunkel</translation>
  </message>
  <message>
   <source>Dark for reading rooms, light for bright offices.</source>
   <translation>Dunkel für Befundräume, hell für helle Büros.</translation>
  </message>
  <message>
   <source>Decrypt the images of this workspace?</source>
   <translation>Die Bilder dieses Arbeitsbereichs entschlüsseln?</translation>
  </message>
  <message>
   <source>Decrypt them</source>
   <translation>Entschlüsseln</translation>
  </message>
  <message>
   <source>Diameter of a new brush.</source>
   <translation>Durchmesser eines neuen Pinsels.</translation>
  </message>
  <message>
   <source>Dice</source>
   <translation>Dice</translation>
  </message>
  <message>
   <source>Dice by lesion</source>
   <translation>Dice je Läsion</translation>
  </message>
  <message>
   <source>Dice is how well two outlines agree, from 0 (not at all) to 1 (wholly).</source>
   <translation>Dice sagt, wie gut zwei Umrisse übereinstimmen, von 0 (gar nicht) bis 1 (ganz).</translation>
  </message>
  <message>
   <source>Differs from version {n}</source>
   <translation>Unterscheidet sich von Version {n}</translation>
  </message>
  <message>
   <source>Do not encrypt</source>
   <translation>Nicht verschlüsseln</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Fertig</translation>
  </message>
  <message>
   <source>Drag from end to end. Backspace takes the last one away.</source>
   <translation>Ziehen Sie von Ende zu Ende. Die Rücktaste nimmt die letzte weg.</translation>
  </message>
  <message>
   <source>Drag the longest diameter, then drag across it: the second line keeps at right angles.</source>
   <translation>Ziehen Sie den längsten Durchmesser, dann quer dazu: Die zweite Linie bleibt rechtwinklig.</translation>
  </message>
  <message>
   <source>Draw a crisp line around every label.</source>
   <translation>Zieht eine scharfe Linie um jedes Label.</translation>
  </message>
  <message>
   <source>Draw some of each label in a slice or two, then let them grow until they meet each other or an edge.</source>
   <translation>Zeichnen Sie von jedem Label etwas in einer oder zwei Schichten, dann lassen Sie sie wachsen, bis sie einander oder eine Kante treffen.</translation>
  </message>
  <message>
   <source>Draw the label in some slices of one plane; the empty ones between them are filled.</source>
   <translation>Zeichnen Sie das Label in einigen Schichten einer Ebene; die leeren dazwischen werden gefüllt.</translation>
  </message>
  <message>
   <source>Drawn, not approved</source>
   <translation>Gezeichnet, nicht freigegeben</translation>
  </message>
  <message>
   <source>ET is the enhancing tumour,</source>
   <translation>ET ist der kontrastmittelaufnehmende Tumor,</translation>
  </message>
  <message>
   <source>Each label, or each region by itself.</source>
   <translation>Jedes Label oder jede Region für sich.</translation>
  </message>
  <message>
   <source>Empty parts of the brain</source>
   <translation>Leere Teile des Gehirns</translation>
  </message>
  <message>
   <source>Encrypt it</source>
   <translation>Verschlüsseln</translation>
  </message>
  <message>
   <source>Encrypt the backup?</source>
   <translation>Sicherung verschlüsseln?</translation>
  </message>
  <message>
   <source>Encrypt the images of this workspace?</source>
   <translation>Die Bilder dieses Arbeitsbereichs verschlüsseln?</translation>
  </message>
  <message>
   <source>Encrypt without a recovery file?</source>
   <translation>Ohne Wiederherstellungsdatei verschlüsseln?</translation>
  </message>
  <message>
   <source>Encrypt without one</source>
   <translation>Ohne verschlüsseln</translation>
  </message>
  <message>
   <source>Enhancing tumour</source>
   <translation>Kontrastmittelaufnehmender Tumor</translation>
  </message>
  <message>
   <source>Estimates how far each candidate can be trusted and what is true, in turns. A voxel that stays undecided becomes background.</source>
   <translation>Schätzt abwechselnd, wie weit jedem Kandidaten zu trauen ist und was wahr ist. Ein Voxel, das unentschieden bleibt, wird Hintergrund.</translation>
  </message>
  <message>
   <source>Everything in the review package is here already</source>
   <translation>Alles im Prüfpaket ist schon hier</translation>
  </message>
  <message>
   <source>Exclude</source>
   <translation>Ausschließen</translation>
  </message>
  <message>
   <source>Exclude {n} case</source>
   <translation>{n} Fall ausschließen</translation>
  </message>
  <message>
   <source>Exclude {n} cases</source>
   <translation>{n} Fälle ausschließen</translation>
  </message>
  <message>
   <source>Excluded</source>
   <translation>Ausgeschlossen</translation>
  </message>
  <message>
   <source>Export it again on the grid of the images it belongs to (240x240x155, 1 mm for atlas space).</source>
   <translation>Exportieren Sie sie erneut auf dem Raster der zugehörigen Bilder (240x240x155, 1 mm für den Atlasraum).</translation>
  </message>
  <message>
   <source>Export the series again from the scanner or the PACS; the file may be cut short.</source>
   <translation>Exportieren Sie die Serie erneut aus dem Scanner oder dem PACS; vielleicht ist die Datei abgeschnitten.</translation>
  </message>
  <message>
   <source>Export {n} case</source>
   <translation>{n} Fall exportieren</translation>
  </message>
  <message>
   <source>Export {n} cases</source>
   <translation>{n} Fälle exportieren</translation>
  </message>
  <message>
   <source>Export {n} cases…</source>
   <translation>{n} Fälle exportieren…</translation>
  </message>
  <message>
   <source>Export {n} case…</source>
   <translation>{n} Fall exportieren…</translation>
  </message>
  <message>
   <source>Exporting</source>
   <translation>Export</translation>
  </message>
  <message>
   <source>FLAIR</source>
   <translation>FLAIR</translation>
  </message>
  <message>
   <source>Failed</source>
   <translation>Fehlgeschlagen</translation>
  </message>
  <message>
   <source>FeTS folders</source>
   <translation>FeTS-Ordner</translation>
  </message>
  <message>
   <source>Federation</source>
   <translation>Föderation</translation>
  </message>
  <message>
   <source>Fetch {n} series</source>
   <translation>{n} Serien holen</translation>
  </message>
  <message>
   <source>Fetch {n} studies</source>
   <translation>{n} Untersuchungen holen</translation>
  </message>
  <message>
   <source>Fetch {n} study</source>
   <translation>{n} Untersuchung holen</translation>
  </message>
  <message>
   <source>Fill holes</source>
   <translation>Löcher füllen</translation>
  </message>
  <message>
   <source>Fills what is unlabelled, enclosed, and touches the active label, with that label.</source>
   <translation>Füllt mit dem aktiven Label, was kein Label hat, umschlossen ist und an dieses grenzt.</translation>
  </message>
  <message>
   <source>Finding the edges of the images…</source>
   <translation>Kanten der Bilder werden gesucht…</translation>
  </message>
  <message>
   <source>Fine</source>
   <translation>Gut</translation>
  </message>
  <message>
   <source>Fit of the mirror image (1: as good)</source>
   <translation>Passung des Spiegelbilds (1: ebenso gut)</translation>
  </message>
  <message>
   <source>Flag</source>
   <translation>Kennzeichnen</translation>
  </message>
  <message>
   <source>Flag a problem of {n} case</source>
   <translation>Ein Problem von {n} Fall kennzeichnen</translation>
  </message>
  <message>
   <source>Flag a problem of {n} cases</source>
   <translation>Ein Problem von {n} Fällen kennzeichnen</translation>
  </message>
  <message>
   <source>For FeTS's own tools; Import reads it back</source>
   <translation>Für die eigenen Werkzeuge von FeTS; „Importieren“ liest sie wieder ein</translation>
  </message>
  <message>
   <source>For example 19-7, or 12-13, 18-6. What was begun is finished and sent; the other sites do not wait longer than the plan says. Empty lets it work at any time.</source>
   <translation>Zum Beispiel 19-7 oder 12-13, 18-6. Begonnenes wird beendet und gesendet; die anderen Standorte warten nicht länger, als der Plan sagt. Leer arbeitet jederzeit.</translation>
  </message>
  <message>
   <source>Forget</source>
   <translation>Vergessen</translation>
  </message>
  <message>
   <source>Forget {case}</source>
   <translation>{case} vergessen</translation>
  </message>
  <message>
   <source>Four of five train, as in the FeTS study. Patients are put in a row by scanner and tumour volume; of every five neighbours one validates, so that both sides hold small and large tumours of every scanner. Scanners with fewer than five patients count as one.</source>
   <translation>Vier von fünf trainieren, wie in der FeTS-Studie. Patienten werden nach Scanner und Tumorvolumen gereiht; von je fünf Nachbarn validiert einer, sodass beide Seiten kleine und große Tumoren jedes Scanners enthalten. Scanner mit weniger als fünf Patienten zählen als einer.</translation>
  </message>
  <message>
   <source>Free some space, then do the same again; what was saved before is unharmed.</source>
   <translation>Schaffen Sie Platz und tun Sie dasselbe noch einmal; was vorher gespeichert war, ist unversehrt.</translation>
  </message>
  <message>
   <source>Gaps of up to 1 ml that tumour encloses on all sides.</source>
   <translation>Lücken bis 1 ml, die der Tumor von allen Seiten umschließt.</translation>
  </message>
  <message>
   <source>Give it in Settings, Privacy; a command takes it from FETS_DESKTOP_PASSPHRASE.</source>
   <translation>Geben Sie sie unter „Einstellungen“, „Datenschutz“ ein; ein Befehl nimmt sie aus FETS_DESKTOP_PASSPHRASE.</translation>
  </message>
  <message>
   <source>Give its number and date; without them no site joins.</source>
   <translation>Geben Sie Nummer und Datum an; ohne sie tritt kein Standort bei.</translation>
  </message>
  <message>
   <source>Give the passphrase and import again; or say who it is: on the Import screen, or with --identity NAME=one or NAME=different.</source>
   <translation>Geben Sie die Passphrase ein und importieren Sie erneut; oder sagen Sie, um wen es sich handelt: unter „Importieren“ oder mit --identity NAME=one oder NAME=different.</translation>
  </message>
  <message>
   <source>Gives</source>
   <translation>Ergibt</translation>
  </message>
  <message>
   <source>Go on when the window is closed</source>
   <translation>Weitermachen, wenn das Fenster geschlossen ist</translation>
  </message>
  <message>
   <source>Grid</source>
   <translation>Raster</translation>
  </message>
  <message>
   <source>Growing…</source>
   <translation>Wächst…</translation>
  </message>
  <message>
   <source>HD95 by lesion in mm</source>
   <translation>HD95 je Läsion in mm</translation>
  </message>
  <message>
   <source>HD95 in mm</source>
   <translation>HD95 in mm</translation>
  </message>
  <message>
   <source>Hidden: a second reading is under way</source>
   <translation>Verborgen: Eine Zweitbefundung läuft</translation>
  </message>
  <message>
   <source>Hospital network</source>
   <translation>Kliniknetz</translation>
  </message>
  <message>
   <source>Hours it may work</source>
   <translation>Stunden, in denen gearbeitet werden darf</translation>
  </message>
  <message>
   <source>How images are shown</source>
   <translation>Wie Bilder gezeigt werden</translation>
  </message>
  <message>
   <source>How it is drawn</source>
   <translation>Wie gezogen wird</translation>
  </message>
  <message>
   <source>How sharply it fits</source>
   <translation>Wie scharf es passt</translation>
  </message>
  <message>
   <source>How strongly labels cover the image.</source>
   <translation>Wie stark Labels das Bild bedecken.</translation>
  </message>
  <message>
   <source>How they are fused</source>
   <translation>Wie sie fusioniert werden</translation>
  </message>
  <message>
   <source>I know that this cannot be undone</source>
   <translation>Ich weiß, dass sich das nicht rückgängig machen lässt</translation>
  </message>
  <message>
   <source>ITK-SNAP</source>
   <translation>ITK-SNAP</translation>
  </message>
  <message>
   <source>If the key is lost, with the keyring, the user's account or the passphrase, so are all images of this workspace. A recovery file can be written later.</source>
   <translation>Geht der Schlüssel verloren, mit dem Schlüsselbund, dem Benutzerkonto oder der Passphrase, so sind auch alle Bilder dieses Arbeitsbereichs verloren. Eine Wiederherstellungsdatei kann später geschrieben werden.</translation>
  </message>
  <message>
   <source>Images and labels under BraTS names</source>
   <translation>Bilder und Labels unter BraTS-Namen</translation>
  </message>
  <message>
   <source>Images are being decrypted; that is not through yet</source>
   <translation>Bilder werden entschlüsselt; das ist noch nicht abgeschlossen</translation>
  </message>
  <message>
   <source>Images are being encrypted; that is not through yet</source>
   <translation>Bilder werden verschlüsselt; das ist noch nicht abgeschlossen</translation>
  </message>
  <message>
   <source>Images are encrypted</source>
   <translation>Bilder sind verschlüsselt</translation>
  </message>
  <message>
   <source>Images are kept under pseudonyms. An encrypted table of pseudonyms and patients lets results go back to your PACS under the patient's name. This computer has no system keyring, so the table needs a passphrase.</source>
   <translation>Bilder werden unter Pseudonymen aufbewahrt. Eine verschlüsselte Tabelle der Pseudonyme und Patienten lässt Ergebnisse unter dem Namen des Patienten in Ihr PACS zurückgehen. Dieser Computer hat keinen Schlüsselbund, also braucht die Tabelle eine Passphrase.</translation>
  </message>
  <message>
   <source>Images are not encrypted by the program</source>
   <translation>Bilder werden vom Programm nicht verschlüsselt</translation>
  </message>
  <message>
   <source>Images cannot be received at this port</source>
   <translation>An diesem Port können keine Bilder empfangen werden</translation>
  </message>
  <message>
   <source>Import patients</source>
   <translation>Patienten importieren</translation>
  </message>
  <message>
   <source>Import the case from DICOM, or choose NIfTI, Slicer, FeTS, nnU-Net, BIDS or the report.</source>
   <translation>Importieren Sie den Fall aus DICOM oder wählen Sie NIfTI, Slicer, FeTS, nnU-Net, BIDS oder den Bericht.</translation>
  </message>
  <message>
   <source>Import the missing series, or exclude the case.</source>
   <translation>Importieren Sie die fehlende Serie oder schließen Sie den Fall aus.</translation>
  </message>
  <message>
   <source>Imported labels</source>
   <translation>Importierte Labels</translation>
  </message>
  <message>
   <source>Imported, not approved</source>
   <translation>Importiert, nicht freigegeben</translation>
  </message>
  <message>
   <source>In review</source>
   <translation>In Prüfung</translation>
  </message>
  <message>
   <source>In the federation: {who}</source>
   <translation>In der Föderation: {who}</translation>
  </message>
  <message>
   <source>In the system keyring of this user</source>
   <translation>Im Schlüsselbund dieses Benutzers</translation>
  </message>
  <message>
   <source>In this workspace, under your passphrase</source>
   <translation>In diesem Arbeitsbereich, unter Ihrer Passphrase</translation>
  </message>
  <message>
   <source>Include</source>
   <translation>Einschließen</translation>
  </message>
  <message>
   <source>Include it again</source>
   <translation>Wieder einschließen</translation>
  </message>
  <message>
   <source>Install the newer version of FeTS Desktop on this computer.</source>
   <translation>Installieren Sie die neuere Version von FeTS Desktop auf diesem Computer.</translation>
  </message>
  <message>
   <source>It answers.</source>
   <translation>Es antwortet.</translation>
  </message>
  <message>
   <source>It came up in the job “{job}”.</source>
   <translation>Es trat bei der Arbeit „{job}“ auf.</translation>
  </message>
  <message>
   <source>It does not listen. {why}</source>
   <translation>Es horcht nicht. {why}</translation>
  </message>
  <message>
   <source>It is scored on {n} validation case.</source>
   <translation>Es wird an {n} Validierungsfall bewertet.</translation>
  </message>
  <message>
   <source>It is scored on {n} validation cases.</source>
   <translation>Es wird an {n} Validierungsfällen bewertet.</translation>
  </message>
  <message>
   <source>It listens at port {port}.</source>
   <translation>Es horcht an Port {port}.</translation>
  </message>
  <message>
   <source>It needs somebody</source>
   <translation>Jemand wird gebraucht</translation>
  </message>
  <message>
   <source>It opens here by itself as soon as it is ready.</source>
   <translation>Er öffnet sich hier von selbst, sobald er bereit ist.</translation>
  </message>
  <message>
   <source>It opens the table of patients and the passwords of the PACS. Without it everything else goes on; patients that are imported meanwhile are entered once it is given.</source>
   <translation>Sie öffnet die Patiententabelle und die Passwörter der PACS. Ohne sie geht alles andere weiter; inzwischen importierte Patienten werden eingetragen, sobald sie angegeben ist.</translation>
  </message>
  <message>
   <source>It takes a minute or two; the line at the bottom says how far it is. The patient appears here, is prepared and outlined by itself, and is then ready for your review.</source>
   <translation>Es dauert ein, zwei Minuten; die Zeile unten sagt, wie weit es ist. Der Patient erscheint hier, wird von selbst vorbereitet und umrissen und ist dann bereit für Ihre Prüfung.</translation>
  </message>
  <message>
   <source>It takes no further part in the work.</source>
   <translation>An der weiteren Arbeit nimmt er nicht teil.</translation>
  </message>
  <message>
   <source>It takes no further part in the work. Nothing is deleted, and it can be included again.</source>
   <translation>An der weiteren Arbeit nimmt er nicht teil. Nichts wird gelöscht, und er kann wieder eingeschlossen werden.</translation>
  </message>
  <message>
   <source>It was changed in both places: compare versions {a} and {b} under Versions… and adjudicate.</source>
   <translation>Es wurde an beiden Orten geändert: Vergleichen Sie die Versionen {a} und {b} unter „Versionen…“ und entscheiden Sie.</translation>
  </message>
  <message>
   <source>It was stopped: there is no backup.</source>
   <translation>Sie wurde gestoppt: Es gibt keine Sicherung.</translation>
  </message>
  <message>
   <source>It will calculate in 8 bits: several times as quick, in a fraction of the memory. Some labelled cases set its ranges, on the others its Dice is compared with that in 32 bits. If it loses too much, the new model stays in 32 bits. The model itself is left as it is.</source>
   <translation>Es rechnet dann in 8 Bit: um ein Mehrfaches schneller, mit einem Bruchteil des Speichers. Einige Fälle mit Labels legen seine Wertebereiche fest, an den anderen wird sein Dice mit dem in 32 Bit verglichen. Verliert es zu viel, bleibt das neue Modell in 32 Bit. Das Modell selbst bleibt, wie es ist.</translation>
  </message>
  <message>
   <source>It will end about {when}, if rounds go on as they do.</source>
   <translation>Sie endet etwa {when}, wenn die Runden so weitergehen.</translation>
  </message>
  <message>
   <source>Its files are not what was written. Preparing it again makes them anew; its labels are kept.</source>
   <translation>Seine Dateien sind nicht, was geschrieben wurde. Erneutes Vorbereiten macht sie neu; seine Labels bleiben erhalten.</translation>
  </message>
  <message>
   <source>Its images are being read.</source>
   <translation>Seine Bilder werden gelesen.</translation>
  </message>
  <message>
   <source>Its images are encrypted: the workspace opens with its passphrase only.</source>
   <translation>Seine Bilder sind verschlüsselt: Der Arbeitsbereich öffnet sich nur mit seiner Passphrase.</translation>
  </message>
  <message>
   <source>Its images were made anew here meanwhile: check where the outlines lie.</source>
   <translation>Die Bilder wurden hier inzwischen neu gemacht: Prüfen Sie, wo die Umrisse liegen.</translation>
  </message>
  <message>
   <source>Its images, labels, every version, edits and records are destroyed here, and with the patient's last case who the patient is. The audit keeps only that a case of this pseudonym was forgotten.</source>
   <translation>Bilder, Labels, alle Versionen, Änderungen und Aufzeichnungen werden hier vernichtet, und mit dem letzten Fall des Patienten auch, wer er ist. Das Protokoll behält nur, dass ein Fall dieses Pseudonyms vergessen wurde.</translation>
  </message>
  <message>
   <source>Its key</source>
   <translation>Sein Schlüssel</translation>
  </message>
  <message>
   <source>Its parts that matter most stayed in 32 bits for that.</source>
   <translation>Die wichtigsten Teile blieben dafür in 32 Bit.</translation>
  </message>
  <message>
   <source>Its server was not started yet</source>
   <translation>Ihr Server wurde noch nicht gestartet</translation>
  </message>
  <message>
   <source>Jobs</source>
   <translation>Arbeiten</translation>
  </message>
  <message>
   <source>Jobs at a time</source>
   <translation>Arbeiten zugleich</translation>
  </message>
  <message>
   <source>Keep a table</source>
   <translation>Tabelle führen</translation>
  </message>
  <message>
   <source>Keep a table of who is who?</source>
   <translation>Eine Tabelle führen, wer wer ist?</translation>
  </message>
  <message>
   <source>Keep none</source>
   <translation>Keine führen</translation>
  </message>
  <message>
   <source>Keep the key</source>
   <translation>Schlüssel aufbewahren</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>Tasten</translation>
  </message>
  <message>
   <source>Keys of your own</source>
   <translation>Eigene Tasten</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>Label</translation>
  </message>
  <message>
   <source>Label opacity</source>
   <translation>Deckkraft der Labels</translation>
  </message>
  <message>
   <source>Label outlines</source>
   <translation>Umrisse der Labels</translation>
  </message>
  <message>
   <source>Labels</source>
   <translation>Labels</translation>
  </message>
  <message>
   <source>Labels by {who}</source>
   <translation>Labels von {who}</translation>
  </message>
  <message>
   <source>Labels on the patient's own series, for the PACS</source>
   <translation>Labels auf den eigenen Serien des Patienten, für das PACS</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Sprache</translation>
  </message>
  <message>
   <source>Layout</source>
   <translation>Anordnung</translation>
  </message>
  <message>
   <source>Less than 0.2 ml of it in the whole brain, of which the model is unsure.</source>
   <translation>Weniger als 0,2 ml davon im ganzen Gehirn, bei denen das Modell unsicher ist.</translation>
  </message>
  <message>
   <source>Let a model propose labels, draw them on the Review screen, or export the images alone as NIfTI.</source>
   <translation>Lassen Sie ein Modell Labels vorschlagen, zeichnen Sie sie unter „Prüfen“ oder exportieren Sie nur die Bilder als NIfTI.</translation>
  </message>
  <message>
   <source>Let the current model propose labels for every prepared case.</source>
   <translation>Das aktuelle Modell schlägt für jeden vorbereiteten Fall Labels vor.</translation>
  </message>
  <message>
   <source>Licence</source>
   <translation>Lizenz</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Hell</translation>
  </message>
  <message>
   <source>Likeness (1 is none)</source>
   <translation>Ähnlichkeit (1 ist keine)</translation>
  </message>
  <message>
   <source>Limits</source>
   <translation>Grenzen</translation>
  </message>
  <message>
   <source>Locked; the passphrase opens it</source>
   <translation>Gesperrt; die Passphrase öffnet ihn</translation>
  </message>
  <message>
   <source>Look</source>
   <translation>Aussehen</translation>
  </message>
  <message>
   <source>Look at it</source>
   <translation>Ansehen</translation>
  </message>
  <message>
   <source>Look at the pictures and say which series is which; preparation then begins by itself.</source>
   <translation>Sehen Sie sich die Bilder an und sagen Sie, welche Serie welche ist; dann beginnt die Vorbereitung von selbst.</translation>
  </message>
  <message>
   <source>Look at the pictures on the Import screen and choose, or give --contrast.</source>
   <translation>Sehen Sie sich die Bilder unter „Importieren“ an und wählen Sie, oder geben Sie --contrast an.</translation>
  </message>
  <message>
   <source>Look at the places that are listed; do not send the workspace away before they are clean.</source>
   <translation>Sehen Sie sich die aufgeführten Stellen an; geben Sie den Arbeitsbereich nicht weiter, bevor sie sauber sind.</translation>
  </message>
  <message>
   <source>Look at the series: it may be a scout, a part of the head only, or another part of the body.</source>
   <translation>Sehen Sie sich die Serie an: Vielleicht ist es ein Localizer, nur ein Teil des Kopfes oder ein anderer Körperteil.</translation>
  </message>
  <message>
   <source>Look at the training cases, then start it again; the model in use and the last checkpoint are unharmed.</source>
   <translation>Sehen Sie sich die Trainingsfälle an und starten Sie erneut; das verwendete Modell und der letzte Zwischenstand sind unversehrt.</translation>
  </message>
  <message>
   <source>Look into the archive; say who they are: on the Import screen, or with --identity NAME=one (one patient), =different (told apart by name, birth date and sex) or =studies (each examination a patient of its own).</source>
   <translation>Sehen Sie im Archiv nach und sagen Sie, um wen es sich handelt: unter „Importieren“ oder mit --identity NAME=one (ein Patient), =different (unterschieden nach Name, Geburtsdatum und Geschlecht) oder =studies (jede Untersuchung ein eigener Patient).</translation>
  </message>
  <message>
   <source>Made</source>
   <translation>Gemacht</translation>
  </message>
  <message>
   <source>Made small (8-bit), its mean Dice changed by {d:+.4f}.</source>
   <translation>Verkleinert (8 Bit) änderte sich sein mittlerer Dice um {d:+.4f}.</translation>
  </message>
  <message>
   <source>Majority</source>
   <translation>Mehrheit</translation>
  </message>
  <message>
   <source>Make a demo patient</source>
   <translation>Demo-Patienten erzeugen</translation>
  </message>
  <message>
   <source>Make a new workspace there?</source>
   <translation>Dort einen neuen Arbeitsbereich anlegen?</translation>
  </message>
  <message>
   <source>Make it</source>
   <translation>Anlegen</translation>
  </message>
  <message>
   <source>Make {name} small and quick</source>
   <translation>{name} klein und schnell machen</translation>
  </message>
  <message>
   <source>Mean</source>
   <translation>Mittel</translation>
  </message>
  <message>
   <source>Mean scores and the mean loss are sent as they are.</source>
   <translation>Mittlere Werte und der mittlere Verlust werden unverändert gesendet.</translation>
  </message>
  <message>
   <source>Median whole tumour</source>
   <translation>Median gesamter Tumor</translation>
  </message>
  <message>
   <source>Mend the line; the columns are PatientID,T1,T1GD,T2,T2FLAIR, or SubjectID,Timepoint,T1,T1GD,T2,FLAIR.</source>
   <translation>Berichtigen Sie die Zeile; die Spalten sind PatientID,T1,T1GD,T2,T2FLAIR oder SubjectID,Timepoint,T1,T1GD,T2,FLAIR.</translation>
  </message>
  <message>
   <source>Missing {contrasts}</source>
   <translation>Es fehlt: {contrasts}</translation>
  </message>
  <message>
   <source>Models that propose together</source>
   <translation>Modelle, die zusammen vorschlagen</translation>
  </message>
  <message>
   <source>Moved during the scan</source>
   <translation>Bewegung während der Aufnahme</translation>
  </message>
  <message>
   <source>NIfTI</source>
   <translation>NIfTI</translation>
  </message>
  <message>
   <source>Name of the reader</source>
   <translation>Name des Befunders</translation>
  </message>
  <message>
   <source>Name or birth date are missing, too. Look into the archive; say who they are: on the Import screen, or with --identity NAME=one (one patient), or NAME=studies (each examination a patient of its own).</source>
   <translation>Auch Name oder Geburtsdatum fehlen. Sehen Sie im Archiv nach und sagen Sie, um wen es sich handelt: unter „Importieren“ oder mit --identity NAME=one (ein Patient) oder NAME=studies (jede Untersuchung ein eigener Patient).</translation>
  </message>
  <message>
   <source>Names with commas between them: what they propose is fused. Empty lets the current model propose alone.</source>
   <translation>Namen mit Kommas dazwischen: Was sie vorschlagen, wird fusioniert. Leer schlägt das aktuelle Modell allein vor.</translation>
  </message>
  <message>
   <source>Necrotic core</source>
   <translation>Nekrotischer Kern</translation>
  </message>
  <message>
   <source>Needs review</source>
   <translation>Zu prüfen</translation>
  </message>
  <message>
   <source>No PACS is entered yet. IT knows its address, its port and the two AE titles.</source>
   <translation>Noch ist kein PACS eingetragen. Die IT kennt Adresse, Port und die zwei AE-Titel.</translation>
  </message>
  <message>
   <source>No case to review yet</source>
   <translation>Noch kein Fall zu prüfen</translation>
  </message>
  <message>
   <source>No cases yet</source>
   <translation>Noch keine Fälle</translation>
  </message>
  <message>
   <source>No certificate yet</source>
   <translation>Noch kein Zertifikat</translation>
  </message>
  <message>
   <source>No connection that can be trusted could be made to the federation's server</source>
   <translation>Eine vertrauenswürdige Verbindung zum Server der Föderation kam nicht zustande</translation>
  </message>
  <message>
   <source>No federation goes on</source>
   <translation>Keine Föderation läuft</translation>
  </message>
  <message>
   <source>No images were found there</source>
   <translation>Dort wurden keine Bilder gefunden</translation>
  </message>
  <message>
   <source>No labels yet</source>
   <translation>Noch keine Labels</translation>
  </message>
  <message>
   <source>No labels yet: paint them, take them from a file, or let a model propose some.</source>
   <translation>Noch keine Labels: Malen Sie sie, nehmen Sie sie aus einer Datei oder lassen Sie ein Modell welche vorschlagen.</translation>
  </message>
  <message>
   <source>No protected connection to the PACS could be made</source>
   <translation>Eine geschützte Verbindung zum PACS kam nicht zustande</translation>
  </message>
  <message>
   <source>No table is kept</source>
   <translation>Es wird keine Tabelle geführt</translation>
  </message>
  <message>
   <source>Nobody can find a forgotten passphrase.</source>
   <translation>Eine vergessene Passphrase kann niemand wiederfinden.</translation>
  </message>
  <message>
   <source>Nobody can find a forgotten passphrase. Without a table the images can be used all the same.</source>
   <translation>Eine vergessene Passphrase kann niemand wiederfinden. Ohne Tabelle sind die Bilder trotzdem verwendbar.</translation>
  </message>
  <message>
   <source>Nobody can find a forgotten passphrase: a new request would have to be made.</source>
   <translation>Eine vergessene Passphrase kann niemand wiederfinden: Ein neuer Antrag wäre nötig.</translation>
  </message>
  <message>
   <source>Nobody known here answers for this model</source>
   <translation>Niemand hier Bekanntes steht für dieses Modell ein</translation>
  </message>
  <message>
   <source>Nobody yet: it was made here, while there was no place for this site's key</source>
   <translation>Noch niemand: Es wurde hier gemacht, als es keinen Platz für den Schlüssel dieses Standorts gab</translation>
  </message>
  <message>
   <source>Nobody: it is not signed, and was taken in on a person's word</source>
   <translation>Niemand: Es ist nicht unterzeichnet und wurde auf das Wort einer Person übernommen</translation>
  </message>
  <message>
   <source>None: this computer has no system keyring</source>
   <translation>Keiner: Dieser Computer hat keinen Schlüsselbund</translation>
  </message>
  <message>
   <source>Not converted</source>
   <translation>Nicht umgewandelt</translation>
  </message>
  <message>
   <source>Not for diagnostic use</source>
   <translation>Nicht für diagnostische Zwecke</translation>
  </message>
  <message>
   <source>Not now</source>
   <translation>Nicht jetzt</translation>
  </message>
  <message>
   <source>Not prepared yet</source>
   <translation>Noch nicht vorbereitet</translation>
  </message>
  <message>
   <source>Not said</source>
   <translation>Ohne Angabe</translation>
  </message>
  <message>
   <source>Nothing is left to do; look at the case's versions.</source>
   <translation>Es bleibt nichts zu tun; sehen Sie sich die Versionen des Falls an.</translation>
  </message>
  <message>
   <source>Nothing was changed by the attempt. Use an older backup, or a copy of this one from another disk.</source>
   <translation>Der Versuch hat nichts geändert. Verwenden Sie eine ältere Sicherung oder eine Kopie dieser von einem anderen Datenträger.</translation>
  </message>
  <message>
   <source>Nowhere</source>
   <translation>Nirgends</translation>
  </message>
  <message>
   <source>Of the window, from the next start on. Files, reports and commands stay in English.</source>
   <translation>Die des Fensters, ab dem nächsten Start. Dateien, Berichte und Befehle bleiben englisch.</translation>
  </message>
  <message>
   <source>Offer the tour</source>
   <translation>Rundgang anbieten</translation>
  </message>
  <message>
   <source>Once and for ever: a case that has a side keeps it. Drawing again only gives the newly approved cases theirs. While a federation goes on, nothing changes at all.</source>
   <translation>Ein für alle Mal: Ein Fall mit einer Seite behält sie. Erneutes Ziehen gibt nur den neu freigegebenen Fällen ihre. Solange eine Föderation läuft, ändert sich gar nichts.</translation>
  </message>
  <message>
   <source>Once more</source>
   <translation>Noch einmal</translation>
  </message>
  <message>
   <source>One page with pictures, volumes and diameters</source>
   <translation>Eine Seite mit Bildern, Volumina und Durchmessern</translation>
  </message>
  <message>
   <source>One patient id stands for several people</source>
   <translation>Eine Patientennummer steht für mehrere Personen</translation>
  </message>
  <message>
   <source>Only paint inside the brain</source>
   <translation>Nur im Gehirn malen</translation>
  </message>
  <message>
   <source>Only the site's own PACS may get it: mark it so in Settings, or send under the pseudonym.</source>
   <translation>Nur das eigene PACS des Standorts darf sie erhalten: Kennzeichnen Sie es so in den Einstellungen oder senden Sie unter dem Pseudonym.</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Öffnen</translation>
  </message>
  <message>
   <source>Open FeTS Desktop</source>
   <translation>FeTS Desktop öffnen</translation>
  </message>
  <message>
   <source>Open another workspace…</source>
   <translation>Anderen Arbeitsbereich öffnen…</translation>
  </message>
  <message>
   <source>Open it</source>
   <translation>Öffnen</translation>
  </message>
  <message>
   <source>Open its invitation first.</source>
   <translation>Öffnen Sie zuerst ihre Einladung.</translation>
  </message>
  <message>
   <source>Open the case on the Prepare screen to see the pictures of the steps before.</source>
   <translation>Öffnen Sie den Fall unter „Vorbereiten“, um die Bilder der Schritte davor zu sehen.</translation>
  </message>
  <message>
   <source>Open the program when I sign in</source>
   <translation>Das Programm beim Anmelden öffnen</translation>
  </message>
  <message>
   <source>Opening {case}…</source>
   <translation>{case} wird geöffnet…</translation>
  </message>
  <message>
   <source>Opening…</source>
   <translation>Wird geöffnet…</translation>
  </message>
  <message>
   <source>Others that may send</source>
   <translation>Andere, die senden dürfen</translation>
  </message>
  <message>
   <source>Outlines for radiotherapy planning</source>
   <translation>Umrisse für die Bestrahlungsplanung</translation>
  </message>
  <message>
   <source>Paints only what is as bright as the place where the stroke begins, and connected to the brush.</source>
   <translation>Malt nur, was so hell ist wie die Stelle, an der der Strich beginnt, und mit dem Pinsel zusammenhängt.</translation>
  </message>
  <message>
   <source>Paints only what is hatched: voxels in this range of brightness.</source>
   <translation>Malt nur, was schraffiert ist: Voxel in diesem Helligkeitsbereich.</translation>
  </message>
  <message>
   <source>Passphrase</source>
   <translation>Passphrase</translation>
  </message>
  <message>
   <source>Passphrase of the recovery file</source>
   <translation>Passphrase der Wiederherstellungsdatei</translation>
  </message>
  <message>
   <source>Patients</source>
   <translation>Patienten</translation>
  </message>
  <message>
   <source>Patients are on their way</source>
   <translation>Patienten sind unterwegs</translation>
  </message>
  <message>
   <source>Pause after this round</source>
   <translation>Nach dieser Runde anhalten</translation>
  </message>
  <message>
   <source>Paused</source>
   <translation>Angehalten</translation>
  </message>
  <message>
   <source>Peritumoral oedema</source>
   <translation>Peritumorales Ödem</translation>
  </message>
  <message>
   <source>Pieces</source>
   <translation>Stücke</translation>
  </message>
  <message>
   <source>Poor signal, judged by eye</source>
   <translation>Schlechtes Signal nach Augenschein</translation>
  </message>
  <message>
   <source>Port</source>
   <translation>Port</translation>
  </message>
  <message>
   <source>Post-operative, FeTS v2 (ET = 3, RC = 4)</source>
   <translation>Postoperativ, FeTS v2 (ET = 3, RC = 4)</translation>
  </message>
  <message>
   <source>Preparation and segmentation jobs that run together; 0 for as many as cores and free memory allow.</source>
   <translation>Vorbereitungen und Segmentierungen, die zusammen laufen; 0 für so viele, wie Kerne und freier Speicher erlauben.</translation>
  </message>
  <message>
   <source>Prepare</source>
   <translation>Vorbereiten</translation>
  </message>
  <message>
   <source>Prepare after import</source>
   <translation>Nach dem Import vorbereiten</translation>
  </message>
  <message>
   <source>Prepare it again</source>
   <translation>Erneut vorbereiten</translation>
  </message>
  <message>
   <source>Prepare it now</source>
   <translation>Jetzt vorbereiten</translation>
  </message>
  <message>
   <source>Prepare the case again, or give images of one size and position (240x240x155, 1 mm for atlas space).</source>
   <translation>Bereiten Sie den Fall erneut vor oder geben Sie Bilder gleicher Größe und Lage an (240x240x155, 1 mm für den Atlasraum).</translation>
  </message>
  <message>
   <source>Prepare {n} waiting case</source>
   <translation>{n} wartenden Fall vorbereiten</translation>
  </message>
  <message>
   <source>Prepare {n} waiting cases</source>
   <translation>{n} wartende Fälle vorbereiten</translation>
  </message>
  <message>
   <source>Prepared</source>
   <translation>Vorbereitet</translation>
  </message>
  <message>
   <source>Preparing</source>
   <translation>Vorbereitung</translation>
  </message>
  <message>
   <source>Preparing brings its four series onto one grid and finds the brain. It takes some minutes.</source>
   <translation>Das Vorbereiten bringt seine vier Serien auf ein Raster und findet das Gehirn. Es dauert einige Minuten.</translation>
  </message>
  <message>
   <source>Privacy</source>
   <translation>Datenschutz</translation>
  </message>
  <message>
   <source>Propose after preparation</source>
   <translation>Nach der Vorbereitung vorschlagen</translation>
  </message>
  <message>
   <source>Proposed, not approved</source>
   <translation>Vorgeschlagen, nicht freigegeben</translation>
  </message>
  <message>
   <source>Put right what is named, and found it again.</source>
   <translation>Berichtigen Sie das Genannte und gründen Sie sie erneut.</translation>
  </message>
  <message>
   <source>Questions for what is due</source>
   <translation>Fragen, was ansteht</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>Beenden</translation>
  </message>
  <message>
   <source>Read</source>
   <translation>Lesen</translation>
  </message>
  <message>
   <source>Read why; if it is not clear, ask IT to look at the log of the PACS.</source>
   <translation>Lesen Sie, warum; ist es nicht klar, lassen Sie die IT das Protokoll des PACS ansehen.</translation>
  </message>
  <message>
   <source>Read why; its environment is made by installers/aggregator.sh.</source>
   <translation>Lesen Sie, warum; seine Umgebung macht installers/aggregator.sh.</translation>
  </message>
  <message>
   <source>Ready to prepare</source>
   <translation>Bereit zum Vorbereiten</translation>
  </message>
  <message>
   <source>Reason, for example: poor signal</source>
   <translation>Grund, zum Beispiel: schlechtes Signal</translation>
  </message>
  <message>
   <source>Receipts for them</source>
   <translation>Quittungen dafür</translation>
  </message>
  <message>
   <source>Receive encrypted only</source>
   <translation>Nur verschlüsselt empfangen</translation>
  </message>
  <message>
   <source>Receive images that are sent here</source>
   <translation>Hierher gesendete Bilder empfangen</translation>
  </message>
  <message>
   <source>Receiving the common model</source>
   <translation>Empfängt das gemeinsame Modell</translation>
  </message>
  <message>
   <source>Regions</source>
   <translation>Regionen</translation>
  </message>
  <message>
   <source>Remove {name}</source>
   <translation>{name} entfernen</translation>
  </message>
  <message>
   <source>Report (PDF)</source>
   <translation>Bericht (PDF)</translation>
  </message>
  <message>
   <source>Report for the PACS</source>
   <translation>Bericht für das PACS</translation>
  </message>
  <message>
   <source>Requests for the common model</source>
   <translation>Anfragen nach dem gemeinsamen Modell</translation>
  </message>
  <message>
   <source>Resection cavity</source>
   <translation>Resektionshöhle</translation>
  </message>
  <message>
   <source>Restore a backup…</source>
   <translation>Sicherung zurückholen…</translation>
  </message>
  <message>
   <source>Restore identities.vault or secrets.vault from a backup; the images are unharmed.</source>
   <translation>Stellen Sie identities.vault oder secrets.vault aus einer Sicherung wieder her; die Bilder sind unversehrt.</translation>
  </message>
  <message>
   <source>Restore the workspace from a backup; its help page says what to do without one.</source>
   <translation>Stellen Sie den Arbeitsbereich aus einer Sicherung wieder her; seine Hilfeseite sagt, was ohne eine zu tun ist.</translation>
  </message>
  <message>
   <source>Result</source>
   <translation>Fertig</translation>
  </message>
  <message>
   <source>Results of {n} case are at</source>
   <translation>Ergebnisse von {n} Fall sind bei</translation>
  </message>
  <message>
   <source>Results of {n} cases are at</source>
   <translation>Ergebnisse von {n} Fällen sind bei</translation>
  </message>
  <message>
   <source>Resume</source>
   <translation>Fortsetzen</translation>
  </message>
  <message>
   <source>Review</source>
   <translation>Prüfen</translation>
  </message>
  <message>
   <source>Run the set-up again.</source>
   <translation>Führen Sie die Einrichtung erneut aus.</translation>
  </message>
  <message>
   <source>SIMPLE</source>
   <translation>SIMPLE</translation>
  </message>
  <message>
   <source>STAPLE</source>
   <translation>STAPLE</translation>
  </message>
  <message>
   <source>Save a picture</source>
   <translation>Bild speichern</translation>
  </message>
  <message>
   <source>Say which label scheme the file uses: brats2021, brats2023 or postop.</source>
   <translation>Sagen Sie, welches Labelschema die Datei verwendet: brats2021, brats2023 oder postop.</translation>
  </message>
  <message>
   <source>Scanners</source>
   <translation>Scanner</translation>
  </message>
  <message>
   <source>Score on {n} validation case</source>
   <translation>An {n} Validierungsfall bewerten</translation>
  </message>
  <message>
   <source>Score on {n} validation cases</source>
   <translation>An {n} Validierungsfällen bewerten</translation>
  </message>
  <message>
   <source>Scoring the common model on the validation cases</source>
   <translation>Bewertet das gemeinsame Modell an den Validierungsfällen</translation>
  </message>
  <message>
   <source>Scoring the common model on this site's cases</source>
   <translation>Bewertet das gemeinsame Modell an den Fällen dieses Standorts</translation>
  </message>
  <message>
   <source>Scoring this site's own model on the validation cases</source>
   <translation>Bewertet das eigene Modell dieses Standorts an den Validierungsfällen</translation>
  </message>
  <message>
   <source>Second reading by {who}</source>
   <translation>Zweitbefundung durch {who}</translation>
  </message>
  <message>
   <source>See --help.</source>
   <translation>Siehe --help.</translation>
  </message>
  <message>
   <source>See `cases list`, or the Cases screen, for the names.</source>
   <translation>Die Namen zeigt `cases list` oder die Ansicht „Fälle“.</translation>
  </message>
  <message>
   <source>See `pacs nodes`, or Settings, for the names.</source>
   <translation>Die Namen zeigt `pacs nodes` oder die Einstellungen.</translation>
  </message>
  <message>
   <source>See the Segment screen for what each does.</source>
   <translation>Was jedes tut, steht unter „Segmentieren“.</translation>
  </message>
  <message>
   <source>See the versions of the case on the Review screen.</source>
   <translation>Die Versionen des Falls stehen unter „Prüfen“.</translation>
  </message>
  <message>
   <source>Seed of the split</source>
   <translation>Startwert der Aufteilung</translation>
  </message>
  <message>
   <source>Sees</source>
   <translation>Sieht</translation>
  </message>
  <message>
   <source>Segment</source>
   <translation>Segmentieren</translation>
  </message>
  <message>
   <source>Segment {n} case</source>
   <translation>{n} Fall segmentieren</translation>
  </message>
  <message>
   <source>Segment {n} cases</source>
   <translation>{n} Fälle segmentieren</translation>
  </message>
  <message>
   <source>Segmenting</source>
   <translation>Segmentierung</translation>
  </message>
  <message>
   <source>Send nothing; read the message to the federation's owner, who can mend it. Then let it go on.</source>
   <translation>Senden Sie nichts; lesen Sie dem Inhaber der Föderation die Meldung vor, er kann es beheben. Lassen Sie es danach weitergehen.</translation>
  </message>
  <message>
   <source>Send the complete series again; one slice may be missing, doubled or from another series.</source>
   <translation>Senden Sie die vollständige Serie erneut; vielleicht fehlt eine Schicht, ist doppelt oder stammt aus einer anderen Serie.</translation>
  </message>
  <message>
   <source>Send {n} case to the PACS</source>
   <translation>{n} Fall an das PACS senden</translation>
  </message>
  <message>
   <source>Send {n} cases to the PACS</source>
   <translation>{n} Fälle an das PACS senden</translation>
  </message>
  <message>
   <source>Sending what was worked out</source>
   <translation>Sendet, was erarbeitet wurde</translation>
  </message>
  <message>
   <source>Sensitivity</source>
   <translation>Sensitivität</translation>
  </message>
  <message>
   <source>Separate pieces of a label. What is removed goes to the label around it.</source>
   <translation>Getrennte Stücke eines Labels. Was entfernt wird, geht an das Label ringsum.</translation>
  </message>
  <message>
   <source>Series</source>
   <translation>Serien</translation>
  </message>
  <message>
   <source>Several examinations have a patient id that anybody may have</source>
   <translation>Mehrere Untersuchungen tragen eine Patientennummer, die jeder haben kann</translation>
  </message>
  <message>
   <source>Share of the processor (%)</source>
   <translation>Anteil am Prozessor (%)</translation>
  </message>
  <message>
   <source>Share that trains</source>
   <translation>Anteil, der trainiert</translation>
  </message>
  <message>
   <source>Signed under every annotation you approve.</source>
   <translation>Steht unter jeder Annotation, die Sie freigeben.</translation>
  </message>
  <message>
   <source>So large an epsilon promises hardly anything.</source>
   <translation>Ein so großes Epsilon sichert kaum etwas zu.</translation>
  </message>
  <message>
   <source>So long nothing more of it must have come before it is imported.</source>
   <translation>So lange darf nichts mehr von ihr gekommen sein, bevor sie importiert wird.</translation>
  </message>
  <message>
   <source>So long without a hand on mouse or keys, and every window is covered and the table of patients locked. 0: never.</source>
   <translation>So lange keine Hand an Maus oder Tasten, und jedes Fenster wird abgedeckt und die Patiententabelle gesperrt. 0: nie.</translation>
  </message>
  <message>
   <source>So much drowns what was learnt, and the server may refuse it, unless very many sites take part.</source>
   <translation>So viel überdeckt das Gelernte, und der Server weist es vielleicht ab, wenn nicht sehr viele Standorte teilnehmen.</translation>
  </message>
  <message>
   <source>So that a federation goes on by itself after the computer was started anew.</source>
   <translation>Damit eine Föderation von selbst weitergeht, nachdem der Computer neu gestartet wurde.</translation>
  </message>
  <message>
   <source>Something in the program went wrong</source>
   <translation>Im Programm ist etwas schiefgegangen</translation>
  </message>
  <message>
   <source>Something in the program went wrong; your images are not to blame. Try again. If it happens again, “Why?” at the bottom has the details for your support.</source>
   <translation>Im Programm ist etwas schiefgegangen; Ihre Bilder sind nicht schuld. Versuchen Sie es erneut. Geschieht es wieder, enthält „Warum?“ unten die Einzelheiten für Ihre Betreuung.</translation>
  </message>
  <message>
   <source>Something in the workspace names a patient, or may do so</source>
   <translation>Etwas im Arbeitsbereich nennt einen Patienten oder könnte es tun</translation>
  </message>
  <message>
   <source>Specificity</source>
   <translation>Spezifität</translation>
  </message>
  <message>
   <source>Specks of less than 0.1 ml, and pieces and outgrowths that the model is unsure of; such core becomes oedema. The most believable piece always stays.</source>
   <translation>Flecken unter 0,1 ml sowie Stücke und Ausläufer, bei denen das Modell unsicher ist; solcher Kern wird zu Ödem. Das glaubhafteste Stück bleibt immer.</translation>
  </message>
  <message>
   <source>Split</source>
   <translation>Aufteilung</translation>
  </message>
  <message>
   <source>Start it again; it goes on where it was. If it happens again, memory may be short.</source>
   <translation>Starten Sie sie erneut; sie geht weiter, wo sie war. Geschieht es wieder, ist vielleicht der Arbeitsspeicher knapp.</translation>
  </message>
  <message>
   <source>Start the preparation of a case once its contrasts are certain.</source>
   <translation>Beginnt mit der Vorbereitung eines Falls, sobald seine Sequenzen feststehen.</translation>
  </message>
  <message>
   <source>Stopped</source>
   <translation>Gestoppt</translation>
  </message>
  <message>
   <source>Strokes stop at the brain mask.</source>
   <translation>Striche enden an der Hirnmaske.</translation>
  </message>
  <message>
   <source>Suggested by {who}</source>
   <translation>Vorgeschlagen von {who}</translation>
  </message>
  <message>
   <source>T1</source>
   <translation>T1</translation>
  </message>
  <message>
   <source>T1Gd − T1</source>
   <translation>T1Gd − T1</translation>
  </message>
  <message>
   <source>T2</source>
   <translation>T2</translation>
  </message>
  <message>
   <source>TC the tumour core (enhancing and necrotic),</source>
   <translation>TC der Tumorkern (kontrastmittelaufnehmend und nekrotisch),</translation>
  </message>
  <message>
   <source>Table of patients</source>
   <translation>Patiententabelle</translation>
  </message>
  <message>
   <source>Take it as the scanner made it; this one may be empty, a mask, a copy, or changed by a program.</source>
   <translation>Nehmen Sie das Bild, wie es der Scanner gemacht hat; dieses ist vielleicht leer, eine Maske, eine Kopie oder von einem Programm verändert.</translation>
  </message>
  <message>
   <source>Take it to the computer that it was made for; its help page says which one that is. Nothing was changed.</source>
   <translation>Bringen Sie es zu dem Computer, für den es gemacht wurde; seine Hilfeseite sagt, welcher das ist. Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>Take out pieces that are hardly believable</source>
   <translation>Kaum glaubhafte Stücke entfernen</translation>
  </message>
  <message>
   <source>Take the file again from where it came from; it is damaged or of another kind.</source>
   <translation>Holen Sie die Datei erneut dort, wo sie herkam; sie ist beschädigt oder von anderer Art.</translation>
  </message>
  <message>
   <source>Take the model of round {n} over</source>
   <translation>Modell der Runde {n} übernehmen</translation>
  </message>
  <message>
   <source>Take the step before first; the Cases screen shows where each case stands.</source>
   <translation>Tun Sie erst den Schritt davor; die Ansicht „Fälle“ zeigt, wo jeder Fall steht.</translation>
  </message>
  <message>
   <source>Takes</source>
   <translation>Nimmt</translation>
  </message>
  <message>
   <source>Takes corners off the active label. Its volume stays.</source>
   <translation>Nimmt dem aktiven Label die Ecken. Sein Volumen bleibt.</translation>
  </message>
  <message>
   <source>Tell the federation's owner; nothing was trained with it and nothing was sent.</source>
   <translation>Sagen Sie es dem Inhaber der Föderation; nichts wurde damit trainiert und nichts gesendet.</translation>
  </message>
  <message>
   <source>Test</source>
   <translation>Testen</translation>
  </message>
  <message>
   <source>Test {name}</source>
   <translation>{name} testen</translation>
  </message>
  <message>
   <source>Text may be burnt into the pictures of {n} series: look at it before it leaves.</source>
   <translation>In die Bilder von {n} Serien ist vielleicht Text eingebrannt: Sehen Sie nach, bevor es hinausgeht.</translation>
  </message>
  <message>
   <source>That folder cannot be used for this</source>
   <translation>Dieser Ordner ist dafür nicht verwendbar</translation>
  </message>
  <message>
   <source>That was measured on {n} case.</source>
   <translation>Gemessen an {n} Fall.</translation>
  </message>
  <message>
   <source>That was measured on {n} cases.</source>
   <translation>Gemessen an {n} Fällen.</translation>
  </message>
  <message>
   <source>That was measured on {where}.</source>
   <translation>Gemessen an {where}.</translation>
  </message>
  <message>
   <source>The 95 % interval of that change, case by case, is {low:+.4f} to {high:+.4f}.</source>
   <translation>Das 95-%-Intervall dieser Änderung, Fall für Fall, ist {low:+.4f} bis {high:+.4f}.</translation>
  </message>
  <message>
   <source>The PACS broke off or did not answer</source>
   <translation>Das PACS brach ab oder antwortete nicht</translation>
  </message>
  <message>
   <source>The PACS could not be reached</source>
   <translation>Das PACS war nicht erreichbar</translation>
  </message>
  <message>
   <source>The PACS could not do what was asked of it</source>
   <translation>Das PACS konnte nicht tun, worum es gebeten wurde</translation>
  </message>
  <message>
   <source>The PACS has nothing of that kind</source>
   <translation>Das PACS hat nichts dergleichen</translation>
  </message>
  <message>
   <source>The PACS refused to talk to this program</source>
   <translation>Das PACS weigerte sich, mit diesem Programm zu sprechen</translation>
  </message>
  <message>
   <source>The active label and another change places, everywhere.</source>
   <translation>Das aktive Label und ein anderes tauschen überall die Plätze.</translation>
  </message>
  <message>
   <source>The backup is damaged</source>
   <translation>Die Sicherung ist beschädigt</translation>
  </message>
  <message>
   <source>The case is not ready for this</source>
   <translation>Der Fall ist dafür nicht bereit</translation>
  </message>
  <message>
   <source>The case lacks a contrast</source>
   <translation>Dem Fall fehlt eine Sequenz</translation>
  </message>
  <message>
   <source>The command was not understood</source>
   <translation>Der Befehl wurde nicht verstanden</translation>
  </message>
  <message>
   <source>The common model</source>
   <translation>Das gemeinsame Modell</translation>
  </message>
  <message>
   <source>The disk is full</source>
   <translation>Der Datenträger ist voll</translation>
  </message>
  <message>
   <source>The ethics approval is missing</source>
   <translation>Die Genehmigung der Ethikkommission fehlt</translation>
  </message>
  <message>
   <source>The federation cannot be founded so</source>
   <translation>So lässt sich die Föderation nicht gründen</translation>
  </message>
  <message>
   <source>The federation has ended</source>
   <translation>Die Föderation ist beendet</translation>
  </message>
  <message>
   <source>The federation's server could not be reached</source>
   <translation>Der Server der Föderation war nicht erreichbar</translation>
  </message>
  <message>
   <source>The federation's server could not be started</source>
   <translation>Der Server der Föderation konnte nicht gestartet werden</translation>
  </message>
  <message>
   <source>The federation's server does not accept this site</source>
   <translation>Der Server der Föderation nimmt diesen Standort nicht an</translation>
  </message>
  <message>
   <source>The federation's server follows another plan than the one agreed here</source>
   <translation>Der Server der Föderation folgt einem anderen Plan als dem hier vereinbarten</translation>
  </message>
  <message>
   <source>The folder cannot be written to</source>
   <translation>In den Ordner kann nicht geschrieben werden</translation>
  </message>
  <message>
   <source>The folder holds other files whose names a workspace needs</source>
   <translation>Der Ordner enthält andere Dateien, deren Namen ein Arbeitsbereich braucht</translation>
  </message>
  <message>
   <source>The folder is not that of a federation</source>
   <translation>Der Ordner ist nicht der einer Föderation</translation>
  </message>
  <message>
   <source>The folder of a workspace, or an empty one</source>
   <translation>Der Ordner eines Arbeitsbereichs oder ein leerer</translation>
  </message>
  <message>
   <source>The halves differ by</source>
   <translation>Die Hälften unterscheiden sich um</translation>
  </message>
  <message>
   <source>The heads overlap by</source>
   <translation>Die Köpfe überlappen um</translation>
  </message>
  <message>
   <source>The images are in use</source>
   <translation>Die Bilder sind in Gebrauch</translation>
  </message>
  <message>
   <source>The images could not be brought into one space</source>
   <translation>Die Bilder ließen sich nicht in einen gemeinsamen Raum bringen</translation>
  </message>
  <message>
   <source>The images of the case do not lie on one grid</source>
   <translation>Die Bilder des Falls liegen nicht auf einem Raster</translation>
  </message>
  <message>
   <source>The images were made anew since these labels were drawn: look whether they still fit.</source>
   <translation>Die Bilder wurden neu gemacht, seit diese Labels gezeichnet wurden: Sehen Sie, ob sie noch passen.</translation>
  </message>
  <message>
   <source>The invitation cannot be used</source>
   <translation>Die Einladung ist nicht verwendbar</translation>
  </message>
  <message>
   <source>The key to the images is kept on this computer again, and the workspace opens.</source>
   <translation>Der Schlüssel zu den Bildern liegt wieder an diesem Computer, und der Arbeitsbereich öffnet sich.</translation>
  </message>
  <message>
   <source>The key to the table of patients cannot be found</source>
   <translation>Der Schlüssel zur Patiententabelle ist nicht zu finden</translation>
  </message>
  <message>
   <source>The key to this workspace's encrypted images cannot be found</source>
   <translation>Der Schlüssel zu den verschlüsselten Bildern dieses Arbeitsbereichs ist nicht zu finden</translation>
  </message>
  <message>
   <source>The label map holds values its scheme does not know</source>
   <translation>Die Labelkarte enthält Werte, die ihr Schema nicht kennt</translation>
  </message>
  <message>
   <source>The label map stands on another grid</source>
   <translation>Die Labelkarte liegt auf einem anderen Raster</translation>
  </message>
  <message>
   <source>The list of cases cannot be used as it is</source>
   <translation>Die Fallliste ist so nicht verwendbar</translation>
  </message>
  <message>
   <source>The model file cannot be used</source>
   <translation>Die Modelldatei ist nicht verwendbar</translation>
  </message>
  <message>
   <source>The model joins the others under Models, and Segment offers it; which model proposes does not change. It is made small and quick first: some labelled cases set its ranges, on the others its Dice is compared with that in 32 bits. If it loses too much, it is kept in 32 bits.</source>
   <translation>Das Modell kommt zu den anderen unter „Modelle“, und „Segmentieren“ bietet es an; welches Modell vorschlägt, ändert sich nicht. Zuvor wird es klein und schnell gemacht: Einige Fälle mit Labels legen seine Wertebereiche fest, an den anderen wird sein Dice mit dem in 32 Bit verglichen. Verliert es zu viel, bleibt es in 32 Bit.</translation>
  </message>
  <message>
   <source>The model that came from the federation's server is not what was agreed</source>
   <translation>Das Modell vom Server der Föderation ist nicht das vereinbarte</translation>
  </message>
  <message>
   <source>The new one once more</source>
   <translation>Die neue noch einmal</translation>
  </message>
  <message>
   <source>The new passphrase</source>
   <translation>Die neue Passphrase</translation>
  </message>
  <message>
   <source>The noise in one update is {s:.2g} times as large as the model.</source>
   <translation>Das Rauschen in einem Beitrag ist {s:.2g}-mal so groß wie das Modell.</translation>
  </message>
  <message>
   <source>The old passphrase</source>
   <translation>Die alte Passphrase</translation>
  </message>
  <message>
   <source>The paper trains on four of five approved patients.</source>
   <translation>Die Studie trainiert an vier von fünf freigegebenen Patienten.</translation>
  </message>
  <message>
   <source>The passphrase of the recovery file</source>
   <translation>Die Passphrase der Wiederherstellungsdatei</translation>
  </message>
  <message>
   <source>The passphrase of this workspace</source>
   <translation>Die Passphrase dieses Arbeitsbereichs</translation>
  </message>
  <message>
   <source>The passphrase of this workspace is needed</source>
   <translation>Die Passphrase dieses Arbeitsbereichs wird gebraucht</translation>
  </message>
  <message>
   <source>The patient's identity is not given away here</source>
   <translation>Wer der Patient ist, wird dorthin nicht preisgegeben</translation>
  </message>
  <message>
   <source>The program whose keys you know.</source>
   <translation>Das Programm, dessen Tasten Sie kennen.</translation>
  </message>
  <message>
   <source>The request for a certificate cannot be granted</source>
   <translation>Dem Zertifikatsantrag kann nicht entsprochen werden</translation>
  </message>
  <message>
   <source>The review package cannot be used</source>
   <translation>Das Prüfpaket ist nicht verwendbar</translation>
  </message>
  <message>
   <source>The review package does not belong to what is here</source>
   <translation>Das Prüfpaket gehört nicht zu dem, was hier ist</translation>
  </message>
  <message>
   <source>The same page as a DICOM document</source>
   <translation>Dieselbe Seite als DICOM-Dokument</translation>
  </message>
  <message>
   <source>The same seed and cases give the same split.</source>
   <translation>Derselbe Startwert und dieselben Fälle ergeben dieselbe Aufteilung.</translation>
  </message>
  <message>
   <source>The server runs</source>
   <translation>Der Server läuft</translation>
  </message>
  <message>
   <source>The server was cut off</source>
   <translation>Der Server wurde jäh beendet</translation>
  </message>
  <message>
   <source>The server was stopped</source>
   <translation>Der Server wurde gestoppt</translation>
  </message>
  <message>
   <source>The server's certificate is valid for {n} day.</source>
   <translation>Das Zertifikat des Servers gilt noch {n} Tag.</translation>
  </message>
  <message>
   <source>The server's certificate is valid for {n} days.</source>
   <translation>Das Zertifikat des Servers gilt noch {n} Tage.</translation>
  </message>
  <message>
   <source>The slices do not form a regular volume</source>
   <translation>Die Schichten bilden kein regelmäßiges Volumen</translation>
  </message>
  <message>
   <source>The split cannot be taken in from these files</source>
   <translation>Die Aufteilung lässt sich aus diesen Dateien nicht übernehmen</translation>
  </message>
  <message>
   <source>The split has {n} validation case to judge on.</source>
   <translation>Die Aufteilung hat {n} Validierungsfall zum Beurteilen.</translation>
  </message>
  <message>
   <source>The split has {n} validation cases to judge on.</source>
   <translation>Die Aufteilung hat {n} Validierungsfälle zum Beurteilen.</translation>
  </message>
  <message>
   <source>The split stays as it is while a federation goes on</source>
   <translation>Die Aufteilung bleibt, wie sie ist, solange eine Föderation läuft</translation>
  </message>
  <message>
   <source>The table of patients is damaged</source>
   <translation>Die Patiententabelle ist beschädigt</translation>
  </message>
  <message>
   <source>The table of patients was closed, so only what looks like a name was searched for.</source>
   <translation>Die Patiententabelle war geschlossen, also wurde nur nach dem gesucht, was wie ein Name aussieht.</translation>
  </message>
  <message>
   <source>The test was stopped.</source>
   <translation>Der Test wurde gestoppt.</translation>
  </message>
  <message>
   <source>The training went astray</source>
   <translation>Das Training ist entgleist</translation>
  </message>
  <message>
   <source>The voxels of an image make no sense</source>
   <translation>Die Voxel eines Bildes ergeben keinen Sinn</translation>
  </message>
  <message>
   <source>The workspace would lie on a network drive</source>
   <translation>Der Arbeitsbereich läge auf einem Netzlaufwerk</translation>
  </message>
  <message>
   <source>The workspace's records are damaged</source>
   <translation>Die Aufzeichnungen des Arbeitsbereichs sind beschädigt</translation>
  </message>
  <message>
   <source>Their key is kept where this workspace's secrets are, never beside the images. Without it nobody opens them: if the keyring, the account or the passphrase is lost, so are the images.</source>
   <translation>Ihr Schlüssel liegt, wo die Geheimnisse dieses Arbeitsbereichs liegen, nie bei den Bildern. Ohne ihn öffnet sie niemand: Gehen Schlüsselbund, Benutzerkonto oder Passphrase verloren, so auch die Bilder.</translation>
  </message>
  <message>
   <source>There are no labels to export</source>
   <translation>Es gibt keine Labels zum Exportieren</translation>
  </message>
  <message>
   <source>There are too few approved cases</source>
   <translation>Es gibt zu wenige freigegebene Fälle</translation>
  </message>
  <message>
   <source>There is no PACS of that name</source>
   <translation>Ein PACS dieses Namens gibt es nicht</translation>
  </message>
  <message>
   <source>There is no room in memory for opened images</source>
   <translation>Im Arbeitsspeicher ist kein Platz für geöffnete Bilder</translation>
  </message>
  <message>
   <source>There is no such case in this workspace</source>
   <translation>Einen solchen Fall gibt es in diesem Arbeitsbereich nicht</translation>
  </message>
  <message>
   <source>There is no such federation here</source>
   <translation>Eine solche Föderation gibt es hier nicht</translation>
  </message>
  <message>
   <source>There is no such version of the label map</source>
   <translation>Eine solche Version der Labelkarte gibt es nicht</translation>
  </message>
  <message>
   <source>There is no whole backup in that folder</source>
   <translation>In diesem Ordner ist keine vollständige Sicherung</translation>
  </message>
  <message>
   <source>There is no workspace in that folder</source>
   <translation>In diesem Ordner ist kein Arbeitsbereich</translation>
  </message>
  <message>
   <source>There is no workspace in {folder}. A new one begins without cases.</source>
   <translation>In {folder} ist kein Arbeitsbereich. Ein neuer beginnt ohne Fälle.</translation>
  </message>
  <message>
   <source>There is not enough memory for this</source>
   <translation>Dafür reicht der Arbeitsspeicher nicht</translation>
  </message>
  <message>
   <source>They appear here as they are recognised. Import shows what was found.</source>
   <translation>Sie erscheinen hier, sobald sie erkannt sind. „Importieren“ zeigt, was gefunden wurde.</translation>
  </message>
  <message>
   <source>They differ in {n} place.</source>
   <translation>Sie unterscheiden sich an {n} Stelle.</translation>
  </message>
  <message>
   <source>They differ in {n} places.</source>
   <translation>Sie unterscheiden sich an {n} Stellen.</translation>
  </message>
  <message>
   <source>They lie open on the disk again, as private as the disk. The key is kept, for backups of now.</source>
   <translation>Sie liegen wieder offen auf der Platte, so privat wie diese. Der Schlüssel bleibt, für Sicherungen von jetzt.</translation>
  </message>
  <message>
   <source>This computer has no system keyring. The key is kept in a file that only a passphrase opens; it is asked for whenever the federation is gone on with after the program was closed.</source>
   <translation>Dieser Computer hat keinen Schlüsselbund. Der Schlüssel wird in einer Datei aufbewahrt, die nur eine Passphrase öffnet; sie wird jedes Mal erfragt, wenn die Föderation nach dem Schließen des Programms weitergeht.</translation>
  </message>
  <message>
   <source>This computer has no system keyring: the key to the images lies under a passphrase, which is asked for each time the workspace is opened.</source>
   <translation>Dieser Computer hat keinen Schlüsselbund: Der Schlüssel zu den Bildern liegt unter einer Passphrase, nach der bei jedem Öffnen des Arbeitsbereichs gefragt wird.</translation>
  </message>
  <message>
   <source>This desktop has no place beside the clock, so the program cannot go on without its window. If you close it, {f} stops here; nothing is lost, and it goes on by itself when the program is opened again. To let it go on, make the window small instead.</source>
   <translation>Diese Oberfläche hat keinen Platz neben der Uhr, also kann das Programm ohne Fenster nicht weiterlaufen. Wenn Sie es schließen, hält {f} hier an; nichts ist verloren, und es geht von selbst weiter, wenn das Programm wieder geöffnet wird. Soll es weiterlaufen, verkleinern Sie stattdessen das Fenster.</translation>
  </message>
  <message>
   <source>This does not look like a head</source>
   <translation>Dies sieht nicht wie ein Kopf aus</translation>
  </message>
  <message>
   <source>This is a fault of the program, not of your images. Everything saved before is unharmed.</source>
   <translation>Das ist ein Fehler des Programms, nicht Ihrer Bilder. Alles zuvor Gespeicherte ist unversehrt.</translation>
  </message>
  <message>
   <source>This is not a single 3-D volume</source>
   <translation>Dies ist kein einzelnes 3D-Volumen</translation>
  </message>
  <message>
   <source>This is not the passphrase</source>
   <translation>Das ist nicht die Passphrase</translation>
  </message>
  <message>
   <source>This kind of file needs the patient's DICOM series</source>
   <translation>Diese Dateiart braucht die DICOM-Serien des Patienten</translation>
  </message>
  <message>
   <source>This package of the program does not train</source>
   <translation>Dieses Paket des Programms trainiert nicht</translation>
  </message>
  <message>
   <source>This program, which it came with</source>
   <translation>Dieses Programm, mit dem es kam</translation>
  </message>
  <message>
   <source>This round's model cannot be published</source>
   <translation>Das Modell dieser Runde kann nicht veröffentlicht werden</translation>
  </message>
  <message>
   <source>This site's certificate for the federation cannot be used</source>
   <translation>Das Zertifikat dieses Standorts für die Föderation ist nicht verwendbar</translation>
  </message>
  <message>
   <source>This site's results</source>
   <translation>Die Ergebnisse dieses Standorts</translation>
  </message>
  <message>
   <source>This workspace is already open in another window or command</source>
   <translation>Dieser Arbeitsbereich ist schon in einem anderen Fenster oder Befehl geöffnet</translation>
  </message>
  <message>
   <source>This workspace was written by a newer version</source>
   <translation>Dieser Arbeitsbereich wurde von einer neueren Version geschrieben</translation>
  </message>
  <message>
   <source>Threads a job</source>
   <translation>Threads je Arbeit</translation>
  </message>
  <message>
   <source>Touches the edge of the image</source>
   <translation>Berührt den Bildrand</translation>
  </message>
  <message>
   <source>Train on {n} case</source>
   <translation>An {n} Fall trainieren</translation>
  </message>
  <message>
   <source>Train on {n} cases</source>
   <translation>An {n} Fällen trainieren</translation>
  </message>
  <message>
   <source>Trained for this program, before it came to this computer</source>
   <translation>Für dieses Programm trainiert, bevor es auf diesen Computer kam</translation>
  </message>
  <message>
   <source>Trained on</source>
   <translation>Trainiert an</translation>
  </message>
  <message>
   <source>Trained on this computer</source>
   <translation>Auf diesem Computer trainiert</translation>
  </message>
  <message>
   <source>Training</source>
   <translation>Training</translation>
  </message>
  <message>
   <source>Training on the training cases</source>
   <translation>Trainiert an den Trainingsfällen</translation>
  </message>
  <message>
   <source>Try again. If it happens again, copy the details and send them to your support; they hold no patient's name.</source>
   <translation>Versuchen Sie es erneut. Geschieht es wieder, kopieren Sie die Einzelheiten und senden Sie sie Ihrer Betreuung; sie enthalten keinen Patientennamen.</translation>
  </message>
  <message>
   <source>Try again; nothing was changed.</source>
   <translation>Versuchen Sie es erneut; nichts wurde geändert.</translation>
  </message>
  <message>
   <source>Try again; only what is missing is fetched. If it happens again, ask IT to look at the PACS.</source>
   <translation>Versuchen Sie es erneut; nur das Fehlende wird geholt. Geschieht es wieder, lassen Sie die IT das PACS ansehen.</translation>
  </message>
  <message>
   <source>Turned by</source>
   <translation>Gedreht um</translation>
  </message>
  <message>
   <source>Unlock</source>
   <translation>Entsperren</translation>
  </message>
  <message>
   <source>Unlock…</source>
   <translation>Entsperren…</translation>
  </message>
  <message>
   <source>Use it</source>
   <translation>Verwenden</translation>
  </message>
  <message>
   <source>Valid for {n} day</source>
   <translation>Noch {n} Tag gültig</translation>
  </message>
  <message>
   <source>Valid for {n} days</source>
   <translation>Noch {n} Tage gültig</translation>
  </message>
  <message>
   <source>Validation</source>
   <translation>Validierung</translation>
  </message>
  <message>
   <source>Version {n} by {who}</source>
   <translation>Version {n} von {who}</translation>
  </message>
  <message>
   <source>Version {n} is approved, and counts. Shown is version {m}, which nobody has approved.</source>
   <translation>Version {n} ist freigegeben und zählt. Gezeigt wird Version {m}, die niemand freigegeben hat.</translation>
  </message>
  <message>
   <source>Version {n}, imported</source>
   <translation>Version {n}, importiert</translation>
  </message>
  <message>
   <source>Version {version}. For research on brain tumours; not for diagnostic use. Made of the parts below, each under its own licence.</source>
   <translation>Version {version}. Für die Forschung an Hirntumoren; nicht für diagnostische Zwecke. Aus den Teilen unten gemacht, jeder unter seiner eigenen Lizenz.</translation>
  </message>
  <message>
   <source>Very little enhancing tumour counts as necrotic core</source>
   <translation>Sehr wenig kontrastmittelaufnehmender Tumor zählt als nekrotischer Kern</translation>
  </message>
  <message>
   <source>Volume of the brain</source>
   <translation>Volumen des Gehirns</translation>
  </message>
  <message>
   <source>Voting (ITK)</source>
   <translation>Abstimmung (ITK)</translation>
  </message>
  <message>
   <source>Voxel</source>
   <translation>Voxel</translation>
  </message>
  <message>
   <source>WT the whole tumour with its oedema.</source>
   <translation>WT der gesamte Tumor mit seinem Ödem.</translation>
  </message>
  <message>
   <source>Wait for further rounds, or name another round that was kept.</source>
   <translation>Warten Sie weitere Runden ab oder nennen Sie eine andere Runde, die aufbewahrt wurde.</translation>
  </message>
  <message>
   <source>Waiting</source>
   <translation>Wartet</translation>
  </message>
  <message>
   <source>Waiting for the hours in which it may work</source>
   <translation>Wartet auf die Stunden, in denen gearbeitet werden darf</translation>
  </message>
  <message>
   <source>Waiting for the other sites</source>
   <translation>Wartet auf die anderen Standorte</translation>
  </message>
  <message>
   <source>Waiting for the server</source>
   <translation>Wartet auf den Server</translation>
  </message>
  <message>
   <source>Waits</source>
   <translation>Wartet</translation>
  </message>
  <message>
   <source>Was this case scanned before or after surgery?</source>
   <translation>Wurde dieser Fall vor oder nach der Operation aufgenommen?</translation>
  </message>
  <message>
   <source>Weighs each candidate by how well it agrees with the others, and leaves out those far behind. A voxel becomes what more than half of the weight says, else background.</source>
   <translation>Gewichtet jeden Kandidaten danach, wie gut er mit den anderen übereinstimmt, und lässt weit zurückliegende aus. Ein Voxel wird, was mehr als die Hälfte des Gewichts sagt, sonst Hintergrund.</translation>
  </message>
  <message>
   <source>Were these {n} cases scanned before or after surgery?</source>
   <translation>Wurden diese {n} Fälle vor oder nach der Operation aufgenommen?</translation>
  </message>
  <message>
   <source>What all rounds promise together is being worked out.</source>
   <translation>Was alle Runden zusammen zusichern, wird gerade berechnet.</translation>
  </message>
  <message>
   <source>What is due</source>
   <translation>Was ansteht</translation>
  </message>
  <message>
   <source>What is fused</source>
   <translation>Was fusioniert wird</translation>
  </message>
  <message>
   <source>What is sent here must come over TLS, with the certificate below.</source>
   <translation>Was hierher gesendet wird, muss über TLS kommen, mit dem Zertifikat darunter.</translation>
  </message>
  <message>
   <source>What is the problem?</source>
   <translation>Was ist das Problem?</translation>
  </message>
  <message>
   <source>What the labels mean is not certain</source>
   <translation>Was die Labels bedeuten, ist nicht sicher</translation>
  </message>
  <message>
   <source>What they call it; tell it to IT, too.</source>
   <translation>Wie sie ihn nennen; teilen Sie auch das der IT mit.</translation>
  </message>
  <message>
   <source>Where a keyring is</source>
   <translation>Wo ein Schlüsselbund ist</translation>
  </message>
  <message>
   <source>Where they send to; tell it to IT.</source>
   <translation>Wohin sie senden; teilen Sie es der IT mit.</translation>
  </message>
  <message>
   <source>Whether this is the same patient as before cannot be told while the secrets are closed</source>
   <translation>Ob es derselbe Patient wie zuvor ist, lässt sich nicht sagen, solange die Geheimnisse verschlossen sind</translation>
  </message>
  <message>
   <source>While the window is open, the PACS and scanners entered here may send to this computer.</source>
   <translation>Solange das Fenster offen ist, dürfen das PACS und die Scanner, die hier eingetragen sind, an diesen Computer senden.</translation>
  </message>
  <message>
   <source>Who is to read it? Leave the line empty for nobody in particular.</source>
   <translation>Wer soll befunden? Lassen Sie die Zeile leer, wenn es niemand Bestimmtes ist.</translation>
  </message>
  <message>
   <source>Who signs the senders' certificates</source>
   <translation>Wer die Zertifikate der Sender unterschreibt</translation>
  </message>
  <message>
   <source>Whoever signed it as {signer}, whom a person here trusts</source>
   <translation>Wer es als {signer} unterzeichnet hat, dem eine Person hier vertraut</translation>
  </message>
  <message>
   <source>With two to four patients, one validates; a single one trains.</source>
   <translation>Bei zwei bis vier Patienten validiert einer; ein einzelner trainiert.</translation>
  </message>
  <message>
   <source>Without a recovery file…</source>
   <translation>Ohne Wiederherstellungsdatei…</translation>
  </message>
  <message>
   <source>Without noise nothing is promised: updates are cut, and that is all.</source>
   <translation>Ohne Rauschen wird nichts zugesichert: Die Beiträge werden beschnitten, mehr nicht.</translation>
  </message>
  <message>
   <source>Working</source>
   <translation>Arbeitet</translation>
  </message>
  <message>
   <source>Working…</source>
   <translation>Arbeitet…</translation>
  </message>
  <message>
   <source>Write a recovery file</source>
   <translation>Wiederherstellungsdatei schreiben</translation>
  </message>
  <message>
   <source>Your name</source>
   <translation>Ihr Name</translation>
  </message>
  <message>
   <source>Your words stay with the case. Do not write a patient's name.</source>
   <translation>Ihre Worte bleiben beim Fall. Schreiben Sie keinen Patientennamen.</translation>
  </message>
  <message>
   <source>a balanced gradient echo, none of the four contrasts</source>
   <translation>ein balanciertes Gradientenecho, keine der vier Sequenzen</translation>
  </message>
  <message>
   <source>a computed or intermediate image</source>
   <translation>ein berechnetes oder Zwischenbild</translation>
  </message>
  <message>
   <source>a localizer: few slices to plan the others</source>
   <translation>ein Localizer: wenige Schichten zum Planen der anderen</translation>
  </message>
  <message>
   <source>a person</source>
   <translation>einer Person</translation>
  </message>
  <message>
   <source>about {h} h {m:02d} min left</source>
   <translation>noch etwa {h} h {m:02d} min</translation>
  </message>
  <message>
   <source>about {n} min left</source>
   <translation>noch etwa {n} min</translation>
  </message>
  <message>
   <source>an import</source>
   <translation>einem Import</translation>
  </message>
  <message>
   <source>an inversion recovery that is not FLAIR</source>
   <translation>eine Inversion Recovery, die nicht FLAIR ist</translation>
  </message>
  <message>
   <source>angiography</source>
   <translation>Angiografie</translation>
  </message>
  <message>
   <source>as they are</source>
   <translation>wie sie sind</translation>
  </message>
  <message>
   <source>axial</source>
   <translation>axial</translation>
  </message>
  <message>
   <source>beside {parent}</source>
   <translation>neben {parent}</translation>
  </message>
  <message>
   <source>certificate requested</source>
   <translation>Zertifikat beantragt</translation>
  </message>
  <message>
   <source>chosen by {why}</source>
   <translation>gewählt durch: {why}</translation>
  </message>
  <message>
   <source>computed from another series (reformat, projection or subtraction)</source>
   <translation>aus einer anderen Serie berechnet (Rekonstruktion, Projektion oder Subtraktion)</translation>
  </message>
  <message>
   <source>coronal</source>
   <translation>koronal</translation>
  </message>
  <message>
   <source>cut, no noise</source>
   <translation>beschnitten, ohne Rauschen</translation>
  </message>
  <message>
   <source>diffusion imaging</source>
   <translation>Diffusionsbildgebung</translation>
  </message>
  <message>
   <source>epoch {n} of {all}</source>
   <translation>Epoche {n} von {all}</translation>
  </message>
  <message>
   <source>epsilon {e}</source>
   <translation>Epsilon {e}</translation>
  </message>
  <message>
   <source>found</source>
   <translation>gefunden</translation>
  </message>
  <message>
   <source>fusion ({method})</source>
   <translation>Fusion ({method})</translation>
  </message>
  <message>
   <source>going on from {parent}</source>
   <translation>ausgehend von {parent}</translation>
  </message>
  <message>
   <source>invited</source>
   <translation>eingeladen</translation>
  </message>
  <message>
   <source>joined</source>
   <translation>beigetreten</translation>
  </message>
  <message>
   <source>left</source>
   <translation>verlassen</translation>
  </message>
  <message>
   <source>left as they are</source>
   <translation>unverändert</translation>
  </message>
  <message>
   <source>less than 0.1 cm³</source>
   <translation>weniger als 0,1 cm³</translation>
  </message>
  <message>
   <source>less than a minute left</source>
   <translation>noch weniger als eine Minute</translation>
  </message>
  <message>
   <source>mean 0 and deviation 1</source>
   <translation>Mittel 0 und Abweichung 1</translation>
  </message>
  <message>
   <source>missing</source>
   <translation>fehlt</translation>
  </message>
  <message>
   <source>model {name}</source>
   <translation>Modell {name}</translation>
  </message>
  <message>
   <source>nnU-Net</source>
   <translation>nnU-Net</translation>
  </message>
  <message>
   <source>no anatomical image</source>
   <translation>kein anatomisches Bild</translation>
  </message>
  <message>
   <source>not a scan of the whole brain</source>
   <translation>kein Scan des ganzen Gehirns</translation>
  </message>
  <message>
   <source>not well: nobody joins without it</source>
   <translation>nicht gut: Ohne das tritt niemand bei</translation>
  </message>
  <message>
   <source>not yet</source>
   <translation>noch nicht</translation>
  </message>
  <message>
   <source>nothing promised</source>
   <translation>nichts zugesichert</translation>
  </message>
  <message>
   <source>our own</source>
   <translation>unser eigenes</translation>
  </message>
  <message>
   <source>over all voxels</source>
   <translation>über alle Voxel</translation>
  </message>
  <message>
   <source>over the brain</source>
   <translation>über das Gehirn</translation>
  </message>
  <message>
   <source>over the voxels that are not zero</source>
   <translation>über die Voxel, die nicht null sind</translation>
  </message>
  <message>
   <source>parts of {edges} voxels, overlapping by {share:.0%}</source>
   <translation>Teile von {edges} Voxeln, um {share:.0%} überlappend</translation>
  </message>
  <message>
   <source>perfusion imaging</source>
   <translation>Perfusionsbildgebung</translation>
  </message>
  <message>
   <source>ready to join</source>
   <translation>bereit zum Beitritt</translation>
  </message>
  <message>
   <source>reported</source>
   <translation>berichtet</translation>
  </message>
  <message>
   <source>round {n}</source>
   <translation>Runde {n}</translation>
  </message>
  <message>
   <source>round {n} of {all}</source>
   <translation>Runde {n} von {all}</translation>
  </message>
  <message>
   <source>sagittal</source>
   <translation>sagittal</translation>
  </message>
  <message>
   <source>sent</source>
   <translation>gesendet</translation>
  </message>
  <message>
   <source>susceptibility-weighted (T2*) imaging</source>
   <translation>suszeptibilitätsgewichtete (T2*) Bildgebung</translation>
  </message>
  <message>
   <source>the whole brain at once</source>
   <translation>das ganze Gehirn auf einmal</translation>
  </message>
  <message>
   <source>to confirm</source>
   <translation>zu bestätigen</translation>
  </message>
  <message>
   <source>trains</source>
   <translation>trainiert</translation>
  </message>
  <message>
   <source>unknown</source>
   <translation>unbekannt</translation>
  </message>
  <message>
   <source>validates</source>
   <translation>validiert</translation>
  </message>
  <message>
   <source>waited for</source>
   <translation>erwartet</translation>
  </message>
  <message>
   <source>well</source>
   <translation>gut</translation>
  </message>
  <message>
   <source>with noise</source>
   <translation>mit Rauschen</translation>
  </message>
  <message>
   <source>worth a look</source>
   <translation>ansehenswert</translation>
  </message>
  <message>
   <source>{a} × {b} mm = {p} mm²</source>
   <translation>{a} × {b} mm = {p} mm²</translation>
  </message>
  <message>
   <source>{came}; {checked} things were checked, and all is whole.</source>
   <translation>{came}; {checked} Dinge wurden geprüft, und alles ist ganz.</translation>
  </message>
  <message>
   <source>{came}; {faults}: it was so when the backup was made.</source>
   <translation>{came}; {faults}: Das war schon so, als die Sicherung gemacht wurde.</translation>
  </message>
  <message>
   <source>{case} came to be reviewed, with {versions}.</source>
   <translation>{case} kam zum Prüfen, mit {versions}.</translation>
  </message>
  <message>
   <source>{case} could not be opened</source>
   <translation>{case} konnte nicht geöffnet werden</translation>
  </message>
  <message>
   <source>{case} is excluded</source>
   <translation>{case} ist ausgeschlossen</translation>
  </message>
  <message>
   <source>{case} is not prepared yet</source>
   <translation>{case} ist noch nicht vorbereitet</translation>
  </message>
  <message>
   <source>{case} was answered: {versions}.</source>
   <translation>{case} wurde beantwortet: {versions}.</translation>
  </message>
  <message>
   <source>{case}: the contrasts need your word</source>
   <translation>{case}: Die Sequenzen brauchen Ihr Wort</translation>
  </message>
  <message>
   <source>{case}: {c} is missing</source>
   <translation>{case}: {c} fehlt</translation>
  </message>
  <message>
   <source>{contrast}: brain inside the image</source>
   <translation>{contrast}: Gehirn im Bild</translation>
  </message>
  <message>
   <source>{contrast}: head cut by the field of view</source>
   <translation>{contrast}: Kopf vom Bildfeld beschnitten</translation>
  </message>
  <message>
   <source>{contrast}: likeness to T1Gd (1 is none)</source>
   <translation>{contrast}: Ähnlichkeit mit T1Gd (1 ist keine)</translation>
  </message>
  <message>
   <source>{contrast}: signal to noise</source>
   <translation>{contrast}: Signal zu Rauschen</translation>
  </message>
  <message>
   <source>{contrast}: size of the head</source>
   <translation>{contrast}: Größe des Kopfes</translation>
  </message>
  <message>
   <source>{contrast}: uneven brightness</source>
   <translation>{contrast}: ungleiche Helligkeit</translation>
  </message>
  <message>
   <source>{c} is missing</source>
   <translation>{c} fehlt</translation>
  </message>
  <message>
   <source>{doing} failed</source>
   <translation>{doing}: fehlgeschlagen</translation>
  </message>
  <message>
   <source>{doing}: waiting</source>
   <translation>{doing}: wartet</translation>
  </message>
  <message>
   <source>{files} files, {mb} MB, and all records were read.</source>
   <translation>{files} Dateien, {mb} MB und alle Aufzeichnungen wurden gelesen.</translation>
  </message>
  <message>
   <source>{f} goes on. This icon brings the window back, and ends the program.</source>
   <translation>{f} läuft weiter. Dieses Symbol bringt das Fenster zurück und beendet das Programm.</translation>
  </message>
  <message>
   <source>{low:g} and {high:g}</source>
   <translation>{low:g} und {high:g}</translation>
  </message>
  <message>
   <source>{mm} mm</source>
   <translation>{mm} mm</translation>
  </message>
  <message>
   <source>{m} min {s:02d} s</source>
   <translation>{m} min {s:02d} s</translation>
  </message>
  <message>
   <source>{n:,.0f} KiB</source>
   <translation>{n:,.0f} KiB</translation>
  </message>
  <message>
   <source>{n:,.1f} GiB</source>
   <translation>{n:,.1f} GiB</translation>
  </message>
  <message>
   <source>{n:,.1f} MiB</source>
   <translation>{n:,.1f} MiB</translation>
  </message>
  <message>
   <source>{n:,} byte</source>
   <translation>{n:,} Byte</translation>
  </message>
  <message>
   <source>{n:,} bytes</source>
   <translation>{n:,} Bytes</translation>
  </message>
  <message>
   <source>{n:,} message left</source>
   <translation>{n:,} Nachricht ging hinaus</translation>
  </message>
  <message>
   <source>{n:,} messages left</source>
   <translation>{n:,} Nachrichten gingen hinaus</translation>
  </message>
  <message>
   <source>{names}: each by itself</source>
   <translation>{names}: jedes für sich</translation>
  </message>
  <message>
   <source>{names}: one of them a voxel</source>
   <translation>{names}: eines davon je Voxel</translation>
  </message>
  <message>
   <source>{name} was taken in. It proposes once you choose “Let it propose”.</source>
   <translation>{name} wurde übernommen. Es schlägt vor, sobald Sie „Vorschlagen lassen“ wählen.</translation>
  </message>
  <message>
   <source>{name}, who signed it as {signer}</source>
   <translation>{name}, unterzeichnet als {signer}</translation>
  </message>
  <message>
   <source>{n} DICOM file</source>
   <translation>{n} DICOM-Datei</translation>
  </message>
  <message>
   <source>{n} DICOM files</source>
   <translation>{n} DICOM-Dateien</translation>
  </message>
  <message>
   <source>{n} approved case has no side yet.</source>
   <translation>{n} freigegebener Fall hat noch keine Seite.</translation>
  </message>
  <message>
   <source>{n} approved cases have no side yet.</source>
   <translation>{n} freigegebene Fälle haben noch keine Seite.</translation>
  </message>
  <message>
   <source>{n} case</source>
   <translation>{n} Fall</translation>
  </message>
  <message>
   <source>{n} case could not be exported.</source>
   <translation>{n} Fall konnte nicht exportiert werden.</translation>
  </message>
  <message>
   <source>{n} case could not be sent.</source>
   <translation>{n} Fall konnte nicht gesendet werden.</translation>
  </message>
  <message>
   <source>{n} case got its side.</source>
   <translation>{n} Fall bekam seine Seite.</translation>
  </message>
  <message>
   <source>{n} case has no approved labels: what is sent of it nobody has signed off.</source>
   <translation>{n} Fall hat keine freigegebenen Labels: Was davon gesendet wird, hat niemand freigegeben.</translation>
  </message>
  <message>
   <source>{n} case is exported to</source>
   <translation>{n} Fall ist exportiert nach</translation>
  </message>
  <message>
   <source>{n} case is on its way to a proposal</source>
   <translation>{n} Fall ist auf dem Weg zu einem Vorschlag</translation>
  </message>
  <message>
   <source>{n} case needs a look</source>
   <translation>{n} Fall braucht einen Blick</translation>
  </message>
  <message>
   <source>{n} case shown</source>
   <translation>{n} Fall gezeigt</translation>
  </message>
  <message>
   <source>{n} case waits for your word on its contrasts</source>
   <translation>{n} Fall wartet auf Ihr Wort zu seinen Sequenzen</translation>
  </message>
  <message>
   <source>{n} cases</source>
   <translation>{n} Fälle</translation>
  </message>
  <message>
   <source>{n} cases are exported to</source>
   <translation>{n} Fälle sind exportiert nach</translation>
  </message>
  <message>
   <source>{n} cases are on their way to a proposal</source>
   <translation>{n} Fälle sind auf dem Weg zu einem Vorschlag</translation>
  </message>
  <message>
   <source>{n} cases could not be exported.</source>
   <translation>{n} Fälle konnten nicht exportiert werden.</translation>
  </message>
  <message>
   <source>{n} cases could not be sent.</source>
   <translation>{n} Fälle konnten nicht gesendet werden.</translation>
  </message>
  <message>
   <source>{n} cases got their side.</source>
   <translation>{n} Fälle bekamen ihre Seite.</translation>
  </message>
  <message>
   <source>{n} cases have no approved labels: what is sent of them nobody has signed off.</source>
   <translation>{n} Fälle haben keine freigegebenen Labels: Was davon gesendet wird, hat niemand freigegeben.</translation>
  </message>
  <message>
   <source>{n} cases need a look</source>
   <translation>{n} Fälle brauchen einen Blick</translation>
  </message>
  <message>
   <source>{n} cases shown</source>
   <translation>{n} Fälle gezeigt</translation>
  </message>
  <message>
   <source>{n} cases wait for your word on their contrasts</source>
   <translation>{n} Fälle warten auf Ihr Wort zu ihren Sequenzen</translation>
  </message>
  <message>
   <source>{n} check is fine</source>
   <translation>{n} Prüfpunkt ist gut</translation>
  </message>
  <message>
   <source>{n} checks are fine</source>
   <translation>{n} Prüfpunkte sind gut</translation>
  </message>
  <message>
   <source>{n} chosen case stays out</source>
   <translation>{n} gewählter Fall bleibt außen vor</translation>
  </message>
  <message>
   <source>{n} chosen cases stay out</source>
   <translation>{n} gewählte Fälle bleiben außen vor</translation>
  </message>
  <message>
   <source>{n} edit</source>
   <translation>{n} Änderung</translation>
  </message>
  <message>
   <source>{n} edit from before the program ended was brought back. It becomes part of the next version.</source>
   <translation>{n} Änderung von vor dem Programmende wurde zurückgeholt. Sie wird Teil der nächsten Version.</translation>
  </message>
  <message>
   <source>{n} edit since</source>
   <translation>{n} Änderung seither</translation>
  </message>
  <message>
   <source>{n} edits</source>
   <translation>{n} Änderungen</translation>
  </message>
  <message>
   <source>{n} edits from before the program ended were brought back. They become part of the next version.</source>
   <translation>{n} Änderungen von vor dem Programmende wurden zurückgeholt. Sie werden Teil der nächsten Version.</translation>
  </message>
  <message>
   <source>{n} edits since</source>
   <translation>{n} Änderungen seither</translation>
  </message>
  <message>
   <source>{n} fault</source>
   <translation>{n} Fehler</translation>
  </message>
  <message>
   <source>{n} faults</source>
   <translation>{n} Fehler</translation>
  </message>
  <message>
   <source>{n} file came back</source>
   <translation>{n} Datei kam zurück</translation>
  </message>
  <message>
   <source>{n} file could not be read.</source>
   <translation>{n} Datei konnte nicht gelesen werden.</translation>
  </message>
  <message>
   <source>{n} file is not shown.</source>
   <translation>{n} Datei wird nicht gezeigt.</translation>
  </message>
  <message>
   <source>{n} file or series set aside</source>
   <translation>{n} Datei oder Serie beiseitegelegt</translation>
  </message>
  <message>
   <source>{n} file was copied and read again</source>
   <translation>{n} Datei wurde kopiert und erneut gelesen</translation>
  </message>
  <message>
   <source>{n} file was damaged before</source>
   <translation>{n} Datei war schon vorher beschädigt</translation>
  </message>
  <message>
   <source>{n} files are not shown.</source>
   <translation>{n} Dateien werden nicht gezeigt.</translation>
  </message>
  <message>
   <source>{n} files came back</source>
   <translation>{n} Dateien kamen zurück</translation>
  </message>
  <message>
   <source>{n} files could not be read.</source>
   <translation>{n} Dateien konnten nicht gelesen werden.</translation>
  </message>
  <message>
   <source>{n} files or series set aside</source>
   <translation>{n} Dateien oder Serien beiseitegelegt</translation>
  </message>
  <message>
   <source>{n} files were copied and read again</source>
   <translation>{n} Dateien wurden kopiert und erneut gelesen</translation>
  </message>
  <message>
   <source>{n} files were damaged before</source>
   <translation>{n} Dateien waren schon vorher beschädigt</translation>
  </message>
  <message>
   <source>{n} image</source>
   <translation>{n} Bild</translation>
  </message>
  <message>
   <source>{n} images</source>
   <translation>{n} Bilder</translation>
  </message>
  <message>
   <source>{n} kind of file could not be made.</source>
   <translation>{n} Dateiart konnte nicht gemacht werden.</translation>
  </message>
  <message>
   <source>{n} kinds of files could not be made.</source>
   <translation>{n} Dateiarten konnten nicht gemacht werden.</translation>
  </message>
  <message>
   <source>{n} message was refused.</source>
   <translation>{n} Nachricht wurde abgewiesen.</translation>
  </message>
  <message>
   <source>{n} messages were refused.</source>
   <translation>{n} Nachrichten wurden abgewiesen.</translation>
  </message>
  <message>
   <source>{n} model</source>
   <translation>{n} Modell</translation>
  </message>
  <message>
   <source>{n} models</source>
   <translation>{n} Modelle</translation>
  </message>
  <message>
   <source>{n} more job</source>
   <translation>{n} weitere Arbeit</translation>
  </message>
  <message>
   <source>{n} more jobs</source>
   <translation>{n} weitere Arbeiten</translation>
  </message>
  <message>
   <source>{n} name is not known here.</source>
   <translation>{n} Name ist hier nicht bekannt.</translation>
  </message>
  <message>
   <source>{n} names are not known here.</source>
   <translation>{n} Namen sind hier nicht bekannt.</translation>
  </message>
  <message>
   <source>{n} new version</source>
   <translation>{n} neue Version</translation>
  </message>
  <message>
   <source>{n} new versions</source>
   <translation>{n} neue Versionen</translation>
  </message>
  <message>
   <source>{n} other file was</source>
   <translation>{n} andere Datei</translation>
  </message>
  <message>
   <source>{n} other files were</source>
   <translation>{n} andere Dateien</translation>
  </message>
  <message>
   <source>{n} patient</source>
   <translation>{n} Patient</translation>
  </message>
  <message>
   <source>{n} patients</source>
   <translation>{n} Patienten</translation>
  </message>
  <message>
   <source>{n} place</source>
   <translation>{n} Stelle</translation>
  </message>
  <message>
   <source>{n} place names a patient, or may do so</source>
   <translation>{n} Stelle nennt einen Patienten oder könnte es</translation>
  </message>
  <message>
   <source>{n} places</source>
   <translation>{n} Stellen</translation>
  </message>
  <message>
   <source>{n} places name a patient, or may do so</source>
   <translation>{n} Stellen nennen einen Patienten oder könnten es</translation>
  </message>
  <message>
   <source>{n} prepared case has no labels yet</source>
   <translation>{n} vorbereiteter Fall hat noch keine Labels</translation>
  </message>
  <message>
   <source>{n} prepared cases have no labels yet</source>
   <translation>{n} vorbereitete Fälle haben noch keine Labels</translation>
  </message>
  <message>
   <source>{n} round</source>
   <translation>{n} Runde</translation>
  </message>
  <message>
   <source>{n} rounds</source>
   <translation>{n} Runden</translation>
  </message>
  <message>
   <source>{n} series</source>
   <translation>{n} Serien</translation>
  </message>
  <message>
   <source>{n} series in this study</source>
   <translation>{n} Serien in dieser Untersuchung</translation>
  </message>
  <message>
   <source>{n} series set aside</source>
   <translation>{n} Serien beiseitegelegt</translation>
  </message>
  <message>
   <source>{n} step</source>
   <translation>{n} Schritt</translation>
  </message>
  <message>
   <source>{n} steps</source>
   <translation>{n} Schritte</translation>
  </message>
  <message>
   <source>{n} stroke from before was brought back. It holds once you choose “Use this mask”.</source>
   <translation>{n} früherer Strich wurde zurückgeholt. Er gilt, sobald Sie „Diese Maske verwenden“ wählen.</translation>
  </message>
  <message>
   <source>{n} strokes from before were brought back. They hold once you choose “Use this mask”.</source>
   <translation>{n} frühere Striche wurden zurückgeholt. Sie gelten, sobald Sie „Diese Maske verwenden“ wählen.</translation>
  </message>
  <message>
   <source>{n} studies found</source>
   <translation>{n} Untersuchungen gefunden</translation>
  </message>
  <message>
   <source>{n} study found</source>
   <translation>{n} Untersuchung gefunden</translation>
  </message>
  <message>
   <source>{n} thing is damaged</source>
   <translation>{n} Sache ist beschädigt</translation>
  </message>
  <message>
   <source>{n} thing is not well yet.</source>
   <translation>{n} Sache ist noch nicht gut.</translation>
  </message>
  <message>
   <source>{n} thing to know</source>
   <translation>{n} Sache zu wissen</translation>
  </message>
  <message>
   <source>{n} things are damaged</source>
   <translation>{n} Sachen sind beschädigt</translation>
  </message>
  <message>
   <source>{n} things are not well yet.</source>
   <translation>{n} Sachen sind noch nicht gut.</translation>
  </message>
  <message>
   <source>{n} things to know</source>
   <translation>{n} Sachen zu wissen</translation>
  </message>
  <message>
   <source>{n} time point</source>
   <translation>{n} Zeitpunkt</translation>
  </message>
  <message>
   <source>{n} time points</source>
   <translation>{n} Zeitpunkte</translation>
  </message>
  <message>
   <source>{n} true identities were searched for.</source>
   <translation>Nach {n} wahren Identitäten wurde gesucht.</translation>
  </message>
  <message>
   <source>{n} true identity was searched for.</source>
   <translation>Nach {n} wahren Identität wurde gesucht.</translation>
  </message>
  <message>
   <source>{n} version is signed off now.</source>
   <translation>{n} Version ist jetzt freigegeben.</translation>
  </message>
  <message>
   <source>{n} versions are signed off now.</source>
   <translation>{n} Versionen sind jetzt freigegeben.</translation>
  </message>
  <message>
   <source>{n} was damaged here already</source>
   <translation>{n} war hier schon beschädigt</translation>
  </message>
  <message>
   <source>{n} were damaged here already</source>
   <translation>{n} waren hier schon beschädigt</translation>
  </message>
  <message>
   <source>{p:+.0f} %</source>
   <translation>{p:+.0f} %</translation>
  </message>
  <message>
   <source>{place} mm</source>
   <translation>{place} mm</translation>
  </message>
  <message>
   <source>{place}, AE {theirs}, called by {ours}</source>
   <translation>{place}, AE {theirs}, nennt uns {ours}</translation>
  </message>
  <message>
   <source>{s:.1f} s</source>
   <translation>{s:.1f} s</translation>
  </message>
  <message>
   <source>{title}: its file is whole, and it is the network that its card describes.</source>
   <translation>{title}: Die Datei ist vollständig und das Netz ist das auf seiner Karte beschriebene.</translation>
  </message>
  <message>
   <source>{title}: its file is whole.</source>
   <translation>{title}: Seine Datei ist ganz.</translation>
  </message>
  <message>
   <source>{v} cm³</source>
   <translation>{v} cm³</translation>
  </message>
  <message>
   <source>{where}, the largest has {volume}</source>
   <translation>{where}, die größte hat {volume}</translation>
  </message>
  <message>
   <source>{words}, cut off at percentiles {cut}</source>
   <translation>{words}, abgeschnitten bei den Perzentilen {cut}</translation>
  </message>
  <message>
   <source>{words}, outliers not counted</source>
   <translation>{words}, Ausreißer nicht mitgezählt</translation>
  </message>
 </context>
</TS>
