<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
 <context>
  <name>AboutDialog</name>
  <message>
   <source>About FeTS Desktop</source>
   <translation>Acerca de FeTS Desktop</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Cerrar</translation>
  </message>
  <message>
   <source>Parts</source>
   <translation>Partes</translation>
  </message>
  <message>
   <source>Words of the licence</source>
   <translation>Texto de la licencia</translation>
  </message>
 </context>
 <context>
  <name>AsideSeries</name>
  <message>
   <source>DICOM tags of {title}</source>
   <translation>Etiquetas DICOM de {title}</translation>
  </message>
  <message>
   <source>Picture of {title}</source>
   <translation>Imagen de {title}</translation>
  </message>
  <message>
   <source>Series without a description</source>
   <translation>Serie sin descripción</translation>
  </message>
  <message>
   <source>Use it as</source>
   <translation>Usarla como</translation>
  </message>
  <message>
   <source>Use {title} as</source>
   <translation>Usar {title} como</translation>
  </message>
 </context>
 <context>
  <name>AskReader</name>
  <message>
   <source>Begin the reading</source>
   <translation>Empezar la lectura</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Cancelar</translation>
  </message>
  <message>
   <source>Name of the second reader</source>
   <translation>Nombre del segundo lector</translation>
  </message>
  <message>
   <source>Second reading</source>
   <translation>Segunda lectura</translation>
  </message>
  <message>
   <source>They see the images and what they start from. What others drew is hidden until they finish.</source>
   <translation>Ve las imágenes y el punto de partida. Lo que dibujaron otros queda oculto hasta que termine.</translation>
  </message>
  <message>
   <source>They start from</source>
   <translation>Parte de</translation>
  </message>
  <message>
   <source>an empty outline</source>
   <translation>un contorno vacío</translation>
  </message>
  <message>
   <source>version {n}, proposed by a model</source>
   <translation>versión {n}, propuesta por un modelo</translation>
  </message>
 </context>
 <context>
  <name>AskScheme</name>
  <message>
   <source>Cancel</source>
   <translation>Cancelar</translation>
  </message>
  <message>
   <source>Take the labels</source>
   <translation>Tomar las etiquetas</translation>
  </message>
  <message>
   <source>The file holds no value that tells. Choose the scheme of whoever made it.</source>
   <translation>El archivo no contiene ningún valor que lo diga. Elija el esquema de quien lo hizo.</translation>
  </message>
  <message>
   <source>What do the values mean?</source>
   <translation>¿Qué significan los valores?</translation>
  </message>
 </context>
 <context>
  <name>AskSure</name>
  <message>
   <source>Cancel</source>
   <translation>Cancelar</translation>
  </message>
 </context>
 <context>
  <name>AskSurgery</name>
  <message>
   <source>A model can only be trusted on scans like those it learned from. The answer is kept with the case and stands on its report.</source>
   <translation>Solo cabe fiarse de un modelo con exámenes como los que aprendió. La respuesta se guarda con el caso y figura en su informe.</translation>
  </message>
  <message>
   <source>After surgery</source>
   <translation>Posoperatorio</translation>
  </message>
  <message>
   <source>Before surgery</source>
   <translation>Preoperatorio</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Cancelar</translation>
  </message>
  <message>
   <source>I do not know</source>
   <translation>No lo sé</translation>
  </message>
 </context>
 <context>
  <name>AskWords</name>
  <message>
   <source>Cancel</source>
   <translation>Cancelar</translation>
  </message>
 </context>
 <context>
  <name>BackupPanel</name>
  <message>
   <source>Back up this workspace…</source>
   <translation>Hacer copia de seguridad de este espacio…</translation>
  </message>
  <message>
   <source>Copies everything to another disk, checks every file, and encrypts the copy if you want. A backup is brought back into a new folder; this workspace stays as it is.</source>
   <translation>Copia todo a otro disco, comprueba cada archivo y cifra la copia si lo desea. Una copia de seguridad se recupera en una carpeta nueva; este espacio de trabajo queda como está.</translation>
  </message>
  <message>
   <source>Restore a backup…</source>
   <translation>Recuperar una copia de seguridad…</translation>
  </message>
  <message>
   <source>Where to? A folder for the backup is made there</source>
   <translation>¿Adónde? Ahí se crea una carpeta para la copia</translation>
  </message>
 </context>
 <context>
  <name>BrightnessRange</name>
  <message>
   <source>Brightest painted</source>
   <translation>Lo más brillante que se pinta</translation>
  </message>
  <message>
   <source>Darkest painted</source>
   <translation>Lo más oscuro que se pinta</translation>
  </message>
 </context>
 <context>
  <name>BrushPanel</name>
  <message>
   <source>Anything</source>
   <translation>Todo</translation>
  </message>
  <message>
   <source>Ball, 3D</source>
   <translation>Bola, 3D</translation>
  </message>
  <message>
   <source>Brush shape</source>
   <translation>Forma del pincel</translation>
  </message>
  <message>
   <source>Brush size</source>
   <translation>Tamaño del pincel</translation>
  </message>
  <message>
   <source>Disc, one slice</source>
   <translation>Disco, 2D</translation>
  </message>
  <message>
   <source>Label opacity</source>
   <translation>Opacidad de las etiquetas</translation>
  </message>
  <message>
   <source>Only paint inside the brain</source>
   <translation>Pintar solo dentro del cerebro</translation>
  </message>
  <message>
   <source>Only unlabelled</source>
   <translation>Solo sin etiqueta</translation>
  </message>
  <message>
   <source>Only {label}</source>
   <translation>Solo {label}</translation>
  </message>
  <message>
   <source>Paint over</source>
   <translation>Pintar sobre</translation>
  </message>
  <message>
   <source>Show outlines</source>
   <translation>Mostrar contornos</translation>
  </message>
 </context>
 <context>
  <name>Callout</name>
  <message>
   <source>F6: keys here and back</source>
   <translation>F6: teclas aquí y de vuelta</translation>
  </message>
  <message>
   <source>Leave the tour (Esc)</source>
   <translation>Salir de la visita (Esc)</translation>
  </message>
 </context>
 <context>
  <name>Candidates</name>
  <message>
   <source>Every case that is prepared from now on gets a fused proposal of these, in place of one model's.</source>
   <translation>Cada caso que se prepare a partir de ahora recibe una propuesta fusionada de estos, en lugar de la de un modelo.</translation>
  </message>
  <message>
   <source>Use these for new cases, too</source>
   <translation>Usar estos también para casos nuevos</translation>
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
   <translation>Convertir de nuevo</translation>
  </message>
  <message>
   <source>Converting</source>
   <translation>Convirtiendo</translation>
  </message>
  <message>
   <source>Exclude…</source>
   <translation>Excluir…</translation>
  </message>
  <message>
   <source>Looks right: go on</source>
   <translation>Parece bien: seguir</translation>
  </message>
  <message>
   <source>No series stands for {c}. Choose one, import the missing series, or exclude the case.</source>
   <translation>Ninguna serie es {c}. Elija una, importe la serie que falta o excluya el caso.</translation>
  </message>
  <message>
   <source>No series stands for {c}. Choose one, use one that was set aside, import the missing series, or exclude the case.</source>
   <translation>Ninguna serie es {c}. Elija una, use una de las apartadas, importe la serie que falta o excluya el caso.</translation>
  </message>
  <message>
   <source>Not converted</source>
   <translation>Sin convertir</translation>
  </message>
  <message>
   <source>The conversion was stopped or has failed. Nothing is lost: convert again, and it goes on.</source>
   <translation>La conversión se detuvo o falló. No se pierde nada: convierta de nuevo y continúa.</translation>
  </message>
  <message>
   <source>The series are being converted; the pictures appear in a moment.</source>
   <translation>Las series se están convirtiendo; las imágenes aparecen enseguida.</translation>
  </message>
  <message>
   <source>Use this choice</source>
   <translation>Usar esta elección</translation>
  </message>
 </context>
 <context>
  <name>CaseScreen</name>
  <message>
   <source>New labels by {who} are shown now.</source>
   <translation>Ahora se muestran etiquetas nuevas de {who}.</translation>
  </message>
  <message>
   <source>Next case</source>
   <translation>Caso siguiente</translation>
  </message>
  <message>
   <source>Previous</source>
   <translation>Anterior</translation>
  </message>
  <message>
   <source>Second reading</source>
   <translation>Segunda lectura</translation>
  </message>
  <message>
   <source>There are new labels by {who}. You go on with your own edits.</source>
   <translation>Hay etiquetas nuevas de {who}. Usted sigue con sus propios cambios.</translation>
  </message>
 </context>
 <context>
  <name>CaseTable</name>
  <message>
   <source>Case</source>
   <translation>Caso</translation>
  </message>
  <message>
   <source>ET cm³</source>
   <translation>ET cm³</translation>
  </message>
  <message>
   <source>Next step</source>
   <translation>Siguiente paso</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Nota</translation>
  </message>
  <message>
   <source>Reader</source>
   <translation>Lector</translation>
  </message>
  <message>
   <source>Scan date</source>
   <translation>Fecha del examen</translation>
  </message>
  <message>
   <source>Series</source>
   <translation>Series</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Estado</translation>
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
   <translation>Todos los estados</translation>
  </message>
  <message>
   <source>Assigned to me</source>
   <translation>Asignados a mí</translation>
  </message>
  <message>
   <source>Assigned to nobody</source>
   <translation>Sin asignar</translation>
  </message>
  <message>
   <source>Assign…</source>
   <translation>Asignar…</translation>
  </message>
  <message>
   <source>Cases</source>
   <translation>Casos</translation>
  </message>
  <message>
   <source>Exclude</source>
   <translation>Excluir</translation>
  </message>
  <message>
   <source>Exclude…</source>
   <translation>Excluir…</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>Exportar…</translation>
  </message>
  <message>
   <source>Find case</source>
   <translation>Buscar caso</translation>
  </message>
  <message>
   <source>Flagged</source>
   <translation>Señalados</translation>
  </message>
  <message>
   <source>Flag…</source>
   <translation>Señalar…</translation>
  </message>
  <message>
   <source>Forget this patient…</source>
   <translation>Olvidar a este paciente…</translation>
  </message>
  <message>
   <source>Hand out for review…</source>
   <translation>Entregar para revisión…</translation>
  </message>
  <message>
   <source>Import patients</source>
   <translation>Importar pacientes</translation>
  </message>
  <message>
   <source>Include again</source>
   <translation>Volver a incluir</translation>
  </message>
  <message>
   <source>Missing a contrast</source>
   <translation>Falta una secuencia</translation>
  </message>
  <message>
   <source>Next case</source>
   <translation>Caso siguiente</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Abrir</translation>
  </message>
  <message>
   <source>Remove flag</source>
   <translation>Quitar la señal</translation>
  </message>
  <message>
   <source>Review packages</source>
   <translation>Paquetes de revisión</translation>
  </message>
  <message>
   <source>Send to PACS…</source>
   <translation>Enviar al PACS…</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Estado</translation>
  </message>
  <message>
   <source>Take in a package…</source>
   <translation>Tomar un paquete…</translation>
  </message>
  <message>
   <source>Time points of the patient…</source>
   <translation>Momentos del paciente…</translation>
  </message>
  <message>
   <source>Waits for a person</source>
   <translation>Espera a una persona</translation>
  </message>
  <message>
   <source>{a} of {n} approved</source>
   <translation>{a} de {n} aprobados</translation>
  </message>
 </context>
 <context>
  <name>CertificateCard</name>
  <message>
   <source>1  Key and certificate</source>
   <translation>1  Clave y certificado</translation>
  </message>
  <message>
   <source>It runs out soon. Save the request again, send it, and take the new one in.</source>
   <translation>Caduca pronto. Guarde de nuevo la solicitud, envíela y tome el nuevo.</translation>
  </message>
  <message>
   <source>Save the request again…</source>
   <translation>Guardar de nuevo la solicitud…</translation>
  </message>
  <message>
   <source>Save the request…</source>
   <translation>Guardar la solicitud…</translation>
  </message>
  <message>
   <source>Send the request to the owner and read them this fingerprint over the telephone. They answer with a certificate: take that file in.</source>
   <translation>Envíe la solicitud al titular y léale por teléfono esta huella. Le responderá con un certificado: tome ese archivo.</translation>
  </message>
  <message>
   <source>Take the certificate in…</source>
   <translation>Tomar el certificado…</translation>
  </message>
  <message>
   <source>The certificate has run out. Save the request again, send it, and take the new one in.</source>
   <translation>El certificado ha caducado. Guarde de nuevo la solicitud, envíela y tome el nuevo.</translation>
  </message>
  <message>
   <source>The certificate is here, and it fits this site's key.</source>
   <translation>El certificado está aquí y corresponde a la clave de este centro.</translation>
  </message>
  <message>
   <source>The key is made on this computer and never leaves it. Only a request for a certificate is saved as a file: send it to the federation's owner.</source>
   <translation>La clave se hace en este equipo y nunca sale de él. Solo se guarda como archivo una solicitud de certificado: envíela al titular de la federación.</translation>
  </message>
  <message>
   <source>This site's fingerprint, to read to the owner</source>
   <translation>Huella de este centro, para leérsela al titular</translation>
  </message>
 </context>
 <context>
  <name>ChartsCard</name>
  <message>
   <source>Dice of the common model</source>
   <translation>Dice del modelo común</translation>
  </message>
  <message>
   <source>Dice of this site's own model</source>
   <translation>Dice del modelo propio de este centro</translation>
  </message>
  <message>
   <source>MiB a round</source>
   <translation>MiB por ronda</translation>
  </message>
  <message>
   <source>Minutes a round</source>
   <translation>Minutos por ronda</translation>
  </message>
  <message>
   <source>Round by round</source>
   <translation>Ronda a ronda</translation>
  </message>
  <message>
   <source>The curves begin with the first round.</source>
   <translation>Las curvas empiezan con la primera ronda.</translation>
  </message>
  <message>
   <source>Training loss</source>
   <translation>Pérdida de entrenamiento</translation>
  </message>
  <message>
   <source>at this site</source>
   <translation>en este centro</translation>
  </message>
  <message>
   <source>came</source>
   <translation>llegó</translation>
  </message>
  <message>
   <source>higher is better</source>
   <translation>más alto es mejor</translation>
  </message>
  <message>
   <source>left</source>
   <translation>abandonada</translation>
  </message>
  <message>
   <source>lower is better</source>
   <translation>más bajo es mejor</translation>
  </message>
  <message>
   <source>on this site's validation cases</source>
   <translation>con los casos de validación de este centro</translation>
  </message>
 </context>
 <context>
  <name>CheckList</name>
  <message>
   <source>Checks</source>
   <translation>Comprobaciones</translation>
  </message>
  <message>
   <source>Show the step's picture</source>
   <translation>Mostrar la imagen del paso</translation>
  </message>
  <message>
   <source>Show where</source>
   <translation>Mostrar dónde</translation>
  </message>
  <message>
   <source>Show where; another click goes to the next of {n} places</source>
   <translation>Mostrar dónde; otro clic va al siguiente de {n} lugares</translation>
  </message>
 </context>
 <context>
  <name>ConvertDialog</name>
  <message>
   <source>Decrypting the images</source>
   <translation>Descifrando las imágenes</translation>
  </message>
  <message>
   <source>Encrypting the images</source>
   <translation>Cifrando las imágenes</translation>
  </message>
  <message>
   <source>Every file is written anew; a power cut loses nothing. Stopped, it goes on from there.</source>
   <translation>Cada archivo se escribe de nuevo; un corte de luz no pierde nada. Si se detiene, sigue desde ahí.</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Parar</translation>
  </message>
 </context>
 <context>
  <name>Cover</name>
  <message>
   <source>Go on</source>
   <translation>Seguir</translation>
  </message>
  <message>
   <source>Nobody seems to be here</source>
   <translation>Parece que no hay nadie</translation>
  </message>
  <message>
   <source>Passphrase</source>
   <translation>Frase de contraseña</translation>
  </message>
  <message>
   <source>The window is covered</source>
   <translation>La ventana está cubierta</translation>
  </message>
  <message>
   <source>The work goes on.</source>
   <translation>El trabajo sigue.</translation>
  </message>
  <message>
   <source>The work goes on. The passphrase of this workspace uncovers it.</source>
   <translation>El trabajo sigue. La frase de contraseña de este espacio de trabajo la descubre.</translation>
  </message>
 </context>
 <context>
  <name>DropArea</name>
  <message>
   <source>Choose a patient's folder</source>
   <translation>Elegir la carpeta de un paciente</translation>
  </message>
  <message>
   <source>Choose files…</source>
   <translation>Elegir archivos…</translation>
  </message>
  <message>
   <source>Choose folder…</source>
   <translation>Elegir carpeta…</translation>
  </message>
  <message>
   <source>Choose the files of a patient</source>
   <translation>Elegir los archivos de un paciente</translation>
  </message>
  <message>
   <source>DICOM or NIfTI, one patient or many at once; a disc, an archive (zip) or a list of cases (CSV). Nothing is changed in the folder: the images are copied, without name and birth date, into the workspace on this computer.</source>
   <translation>DICOM o NIfTI, un paciente o muchos a la vez; un disco, un archivo comprimido (zip) o una lista de casos (CSV). No se cambia nada en la carpeta: las imágenes se copian, sin nombre ni fecha de nacimiento, al espacio de trabajo de este equipo.</translation>
  </message>
  <message>
   <source>Drop a patient's folder here</source>
   <translation>Suelte aquí la carpeta de un paciente</translation>
  </message>
 </context>
 <context>
  <name>DropVeil</name>
  <message>
   <source>Let go to import</source>
   <translation>Suelte para importar</translation>
  </message>
  <message>
   <source>The files are read where they are and not changed.</source>
   <translation>Los archivos se leen donde están y no se cambian.</translation>
  </message>
 </context>
 <context>
  <name>EncryptionPanel</name>
  <message>
   <source>Decrypt the images…</source>
   <translation>Descifrar las imágenes…</translation>
  </message>
  <message>
   <source>Encrypt the images…</source>
   <translation>Cifrar las imágenes…</translation>
  </message>
  <message>
   <source>Every file was written anew.</source>
   <translation>Todos los archivos se escribieron de nuevo.</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>Seguir</translation>
  </message>
  <message>
   <source>Images, masks, labels, pictures and edits can be kept encrypted in this workspace. Where this computer's disk is encrypted already, that protects more, and this adds little.</source>
   <translation>Las imágenes, máscaras, etiquetas, figuras y ediciones pueden guardarse cifradas en este espacio de trabajo. Si el disco de este equipo ya está cifrado, eso protege más, y esto añade poco.</translation>
  </message>
  <message>
   <source>The recovery file is written. Keep it away from this computer.</source>
   <translation>El archivo de recuperación está escrito. Guárdelo lejos de este equipo.</translation>
  </message>
  <message>
   <source>Where to? Not into the workspace, best on a stick</source>
   <translation>¿Dónde? No en el espacio de trabajo, mejor en una memoria USB</translation>
  </message>
  <message>
   <source>Write a recovery file…</source>
   <translation>Escribir un archivo de recuperación…</translation>
  </message>
 </context>
 <context>
  <name>ErrorDialog</name>
  <message>
   <source>Close</source>
   <translation>Cerrar</translation>
  </message>
  <message>
   <source>Copy details</source>
   <translation>Copiar los detalles</translation>
  </message>
  <message>
   <source>FeTS Desktop</source>
   <translation>FeTS Desktop</translation>
  </message>
  <message>
   <source>Help on this</source>
   <translation>Ayuda sobre esto</translation>
  </message>
  <message>
   <source>What to do</source>
   <translation>Qué hacer</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>Por qué</translation>
  </message>
 </context>
 <context>
  <name>EthicsCard</name>
  <message>
   <source>2  Ethics approval</source>
   <translation>2  Aprobación ética</translation>
  </message>
  <message>
   <source>Approval number</source>
   <translation>Número de aprobación</translation>
  </message>
  <message>
   <source>Date of the approval</source>
   <translation>Fecha de la aprobación</translation>
  </message>
  <message>
   <source>Keep the common model of every round here</source>
   <translation>Conservar aquí el modelo común de cada ronda</translation>
  </message>
  <message>
   <source>None of your cases validates yet, so there is no score to send. Approve two patients or more, and draw the split.</source>
   <translation>Aún no valida ninguno de sus casos, así que no hay puntuación que enviar. Apruebe dos pacientes o más y sortee la división.</translation>
  </message>
  <message>
   <source>Only {n} of your cases validate; the plan wants {fewest}. A mean over few cases says much about each of them: the mean of one case is that case. Without your word no score is sent.</source>
   <translation>Solo validan {n} de sus casos; el plan quiere {fewest}. Una media de pocos casos dice mucho de cada uno: la media de un caso es ese caso. Sin su palabra no se envía ninguna puntuación.</translation>
  </message>
  <message>
   <source>Send the mean score all the same</source>
   <translation>Enviar la media de todos modos</translation>
  </message>
  <message>
   <source>as your ethics committee writes it</source>
   <translation>como la escribe su comité de ética</translation>
  </message>
 </context>
 <context>
  <name>ExportDialog</name>
  <message>
   <source>Atlas space and each scan's own space</source>
   <translation>Espacio del atlas y el propio de cada serie</translation>
  </message>
  <message>
   <source>Atlas space: 240 × 240 × 155, 1 mm</source>
   <translation>Espacio del atlas: 240 × 240 × 155, 1 mm</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Cancelar</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>Elegir…</translation>
  </message>
  <message>
   <source>Each scan's own space: labels lie on the patient's original series</source>
   <translation>Espacio propio de cada serie: las etiquetas van sobre las series originales del paciente</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>Exportar</translation>
  </message>
  <message>
   <source>Files that were exported from here before are replaced in any case</source>
   <translation>Los archivos exportados antes desde aquí se reemplazan en todo caso</translation>
  </message>
  <message>
   <source>Folder to write to</source>
   <translation>Carpeta donde escribir</translation>
  </message>
  <message>
   <source>NIfTI, 3D Slicer and BIDS lie in</source>
   <translation>NIfTI, 3D Slicer y BIDS van en</translation>
  </message>
  <message>
   <source>Native images show the face: whoever has them may recognise the patient.</source>
   <translation>Las imágenes nativas muestran la cara: quien las tenga puede reconocer al paciente.</translation>
  </message>
  <message>
   <source>Replace files that are there</source>
   <translation>Reemplazar los archivos que haya</translation>
  </message>
  <message>
   <source>Take the faces out of native images</source>
   <translation>Quitar las caras de las imágenes nativas</translation>
  </message>
  <message>
   <source>The newest approved labels are written; where none are approved, the newest.</source>
   <translation>Se escriben las etiquetas aprobadas más recientes; donde no hay aprobadas, las más recientes.</translation>
  </message>
  <message>
   <source>{cases}: not prepared yet.</source>
   <translation>{cases}: aún sin preparar.</translation>
  </message>
 </context>
 <context>
  <name>ExportNotice</name>
  <message>
   <source>Open the folder</source>
   <translation>Abrir la carpeta</translation>
  </message>
  <message>
   <source>Why?</source>
   <translation>¿Por qué?</translation>
  </message>
 </context>
 <context>
  <name>FaultCard</name>
  <message>
   <source>Could not be used</source>
   <translation>No se pudo usar</translation>
  </message>
  <message>
   <source>Different patients</source>
   <translation>Pacientes distintos</translation>
  </message>
  <message>
   <source>Each examination a patient</source>
   <translation>Cada examen, un paciente</translation>
  </message>
  <message>
   <source>One patient</source>
   <translation>Un paciente</translation>
  </message>
  <message>
   <source>Told apart by name, birth date and sex</source>
   <translation>Distinguidos por nombre, fecha de nacimiento y sexo</translation>
  </message>
  <message>
   <source>Whatever the headers say</source>
   <translation>Digan lo que digan las cabeceras</translation>
  </message>
  <message>
   <source>Where names and birth dates are not to be trusted</source>
   <translation>Donde no cabe fiarse de nombres y fechas de nacimiento</translation>
  </message>
 </context>
 <context>
  <name>FaultPage</name>
  <message>
   <source>The federation's key is locked</source>
   <translation>La clave de la federación está bloqueada</translation>
  </message>
  <message>
   <source>The passphrase of this workspace opens it.</source>
   <translation>La abre la frase de contraseña de este espacio de trabajo.</translation>
  </message>
 </context>
 <context>
  <name>FederationChooser</name>
  <message>
   <source>Federation</source>
   <translation>Federación</translation>
  </message>
 </context>
 <context>
  <name>FederationScreen</name>
  <message>
   <source>A federation trains one model on the cases of many sites. Images stay where they are; what travels are the network's weights and mean scores. Its owner sends you an invitation: a file that ends in .fetsinvite.</source>
   <translation>Una federación entrena un modelo con los casos de muchos centros. Las imágenes se quedan donde están; viajan los pesos de la red y puntuaciones medias. Su titular le envía una invitación: un archivo que termina en .fetsinvite.</translation>
  </message>
  <message>
   <source>Back to the rounds</source>
   <translation>Volver a las rondas</translation>
  </message>
  <message>
   <source>Export the ledger</source>
   <translation>Exportar el registro de envíos</translation>
  </message>
  <message>
   <source>Leave</source>
   <translation>Dejar</translation>
  </message>
  <message>
   <source>Leave the federation?</source>
   <translation>¿Dejar la federación?</translation>
  </message>
  <message>
   <source>No federation has been joined</source>
   <translation>No se ha incorporado a ninguna federación</translation>
  </message>
  <message>
   <source>Open an invitation</source>
   <translation>Abrir una invitación</translation>
  </message>
  <message>
   <source>Open an invitation…</source>
   <translation>Abrir una invitación…</translation>
  </message>
  <message>
   <source>Save the request</source>
   <translation>Guardar la solicitud</translation>
  </message>
  <message>
   <source>Take the certificate in</source>
   <translation>Tomar el certificado</translation>
  </message>
  <message>
   <source>This site takes no part any more, and what is under way is given up. Rounds, ledger and the models that were kept stay here. You can join again while the federation goes on.</source>
   <translation>Este centro ya no participa y lo que esté en marcha se abandona. Las rondas, el registro de envíos y los modelos conservados se quedan aquí. Puede volver a incorporarse mientras la federación siga.</translation>
  </message>
  <message>
   <source>What is a federation?</source>
   <translation>¿Qué es una federación?</translation>
  </message>
 </context>
 <context>
  <name>FoundCases</name>
  <message>
   <source>Imported cases</source>
   <translation>Casos importados</translation>
  </message>
 </context>
 <context>
  <name>FusedCard</name>
  <message>
   <source>Fused proposal</source>
   <translation>Propuesta fusionada</translation>
  </message>
  <message>
   <source>Look at it in Review</source>
   <translation>Verlo en Revisar</translation>
  </message>
  <message>
   <source>Slice {n}: not all agree about {area:.0f} mm² of {region}</source>
   <translation>Corte {n}: no todos coinciden en {area:.0f} mm² de {region}</translation>
  </message>
  <message>
   <source>The most contested axial slices, numbered as in Review. Choose one to see it there.</source>
   <translation>Los cortes axiales más dudosos, numerados como en Revisar. Elija uno para verlo allí.</translation>
  </message>
  <message>
   <source>They agree everywhere.</source>
   <translation>Coinciden en todas partes.</translation>
  </message>
  <message>
   <source>labels</source>
   <translation>etiquetas</translation>
  </message>
  <message>
   <source>regions</source>
   <translation>regiones</translation>
  </message>
  <message>
   <source>up to {area:.0f} mm²</source>
   <translation>hasta {area:.0f} mm²</translation>
  </message>
  <message>
   <source>{method} on {per}, version {n}</source>
   <translation>{method} por {per}, versión {n}</translation>
  </message>
  <message>
   <source>{model} failed: {why}</source>
   <translation>{model} falló: {why}</translation>
  </message>
 </context>
 <context>
  <name>FusionChoice</name>
  <message>
   <source>Fused by</source>
   <translation>Fusionado con</translation>
  </message>
  <message>
   <source>How proposals are fused</source>
   <translation>Cómo se fusionan las propuestas</translation>
  </message>
  <message>
   <source>What is fused</source>
   <translation>Qué se fusiona</translation>
  </message>
 </context>
 <context>
  <name>HandOutDialog</name>
  <message>
   <source>A blind reading: leave out what people drew</source>
   <translation>Lectura ciega: omitir lo que dibujaron personas</translation>
  </message>
  <message>
   <source>At least {n} characters.</source>
   <translation>Al menos {n} caracteres.</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Cancelar</translation>
  </message>
  <message>
   <source>Choose where to…</source>
   <translation>Elegir adónde…</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Copiar</translation>
  </message>
  <message>
   <source>Hand out {case} for review</source>
   <translation>Entregar {case} para revisión</translation>
  </message>
  <message>
   <source>It is kept nowhere: write it down. Tell it by telephone, never together with the file.</source>
   <translation>No se guarda en ningún sitio: anótela. Dígala por teléfono, nunca junto con el archivo.</translation>
  </message>
  <message>
   <source>New versions and sign-offs go into one encrypted file, for the computer that the case came from.</source>
   <translation>Las versiones nuevas y las firmas van en un archivo cifrado, para el equipo del que vino el caso.</translation>
  </message>
  <message>
   <source>Passphrase</source>
   <translation>Frase de contraseña</translation>
  </message>
  <message>
   <source>Send back what was drawn on {case}</source>
   <translation>Devolver lo dibujado en {case}</translation>
  </message>
  <message>
   <source>The four brains, the outlines and their history go into one encrypted file, for a reader's own computer. Who the patient is, the face, scan dates and notes stay here.</source>
   <translation>Los cuatro cerebros, los contornos y su historial van en un archivo cifrado, para el equipo propio de un lector. Quién es el paciente, la cara, las fechas y las notas se quedan aquí.</translation>
  </message>
 </context>
 <context>
  <name>Handles</name>
  <message>
   <source>Nod: lift the face</source>
   <translation>Cabeceo: levantar la cara</translation>
  </message>
  <message>
   <source>Tilt: right side down</source>
   <translation>Inclinar: lado derecho abajo</translation>
  </message>
  <message>
   <source>To the front</source>
   <translation>Hacia delante</translation>
  </message>
  <message>
   <source>To the patient's right</source>
   <translation>A la derecha del paciente</translation>
  </message>
  <message>
   <source>Turn to the left</source>
   <translation>Girar a la izquierda</translation>
  </message>
  <message>
   <source>Upwards</source>
   <translation>Hacia arriba</translation>
  </message>
 </context>
 <context>
  <name>Heads</name>
  <message>
   <source>There are no images of this case with skull and skin: it came as brains alone.</source>
   <translation>No hay imágenes de este caso con cráneo y piel: llegó solo como cerebros.</translation>
  </message>
 </context>
 <context>
  <name>HelpBrowser</name>
  <message>
   <source>Help page</source>
   <translation>Página de ayuda</translation>
  </message>
 </context>
 <context>
  <name>HelpDialog</name>
  <message>
   <source>Close</source>
   <translation>Cerrar</translation>
  </message>
 </context>
 <context>
  <name>HelpScreen</name>
  <message>
   <source>About and licences…</source>
   <translation>Acerca de y licencias…</translation>
  </message>
  <message>
   <source>Back to {place}</source>
   <translation>Volver a {place}</translation>
  </message>
  <message>
   <source>Find in the help</source>
   <translation>Buscar en la ayuda</translation>
  </message>
  <message>
   <source>Help pages</source>
   <translation>Páginas de ayuda</translation>
  </message>
  <message>
   <source>No page holds these words.</source>
   <translation>Ninguna página contiene estas palabras.</translation>
  </message>
  <message>
   <source>Take the tour</source>
   <translation>Hacer la visita guiada</translation>
  </message>
 </context>
 <context>
  <name>HistoryPanel</name>
  <message>
   <source>History</source>
   <translation>Historial</translation>
  </message>
  <message>
   <source>History of edits</source>
   <translation>Historial de cambios</translation>
  </message>
 </context>
 <context>
  <name>HistoryRows</name>
  <message>
   <source>Before these edits</source>
   <translation>Antes de estos cambios</translation>
  </message>
  <message>
   <source>{edit}, now</source>
   <translation>{edit}, ahora</translation>
  </message>
  <message>
   <source>{edit}, undone</source>
   <translation>{edit}, deshecho</translation>
  </message>
 </context>
 <context>
  <name>ImportScreen</name>
  <message>
   <source>Exclude</source>
   <translation>Excluir</translation>
  </message>
  <message>
   <source>Exclude {case}</source>
   <translation>Excluir {case}</translation>
  </message>
  <message>
   <source>Found</source>
   <translation>Encontrado</translation>
  </message>
  <message>
   <source>From the PACS…</source>
   <translation>Del PACS…</translation>
  </message>
  <message>
   <source>It takes no further part in the work. Nothing is deleted, and it can be included again.</source>
   <translation>No participa más en el trabajo. No se borra nada y se puede volver a incluir.</translation>
  </message>
  <message>
   <source>Reason, for example: no T2 was taken</source>
   <translation>Motivo, por ejemplo: no se hizo T2</translation>
  </message>
  <message>
   <source>Remembered for later imports: series called {name} stand for {contrast}.</source>
   <translation>Recordado para próximas importaciones: las series llamadas {name} son {contrast}.</translation>
  </message>
  <message>
   <source>Remembered. Import the folder again to make it count.</source>
   <translation>Recordado. Importe de nuevo la carpeta para que valga.</translation>
  </message>
  <message>
   <source>Rules of this site…</source>
   <translation>Reglas de este centro…</translation>
  </message>
  <message>
   <source>Series</source>
   <translation>Series</translation>
  </message>
 </context>
 <context>
  <name>JobBar</name>
  <message>
   <source>All jobs</source>
   <translation>Todas las tareas</translation>
  </message>
  <message>
   <source>Cancel the running job</source>
   <translation>Cancelar la tarea en curso</translation>
  </message>
  <message>
   <source>Cancel: {title}</source>
   <translation>Cancelar: {title}</translation>
  </message>
  <message>
   <source>Jobs</source>
   <translation>Tareas</translation>
  </message>
  <message>
   <source>Nothing is running</source>
   <translation>No hay nada en marcha</translation>
  </message>
  <message>
   <source>Why?</source>
   <translation>¿Por qué?</translation>
  </message>
  <message>
   <source>all jobs: {left}</source>
   <translation>todas las tareas: {left}</translation>
  </message>
  <message>
   <source>waiting for its turn</source>
   <translation>espera su turno</translation>
  </message>
  <message>
   <source>{title}: failed</source>
   <translation>{title}: falló</translation>
  </message>
 </context>
 <context>
  <name>JobList</name>
  <message>
   <source>Jobs</source>
   <translation>Tareas</translation>
  </message>
  <message>
   <source>List of jobs</source>
   <translation>Lista de tareas</translation>
  </message>
 </context>
 <context>
  <name>JoiningPage</name>
  <message>
   <source>First look whether all is well.</source>
   <translation>Primero mire si todo está bien.</translation>
  </message>
  <message>
   <source>First mend what is not well: {what}.</source>
   <translation>Primero arregle lo que no está bien: {what}.</translation>
  </message>
  <message>
   <source>First the certificate must be here.</source>
   <translation>Primero debe estar el certificado.</translation>
  </message>
  <message>
   <source>First the ethics approval. {why}</source>
   <translation>Primero la aprobación ética. {why}</translation>
  </message>
 </context>
 <context>
  <name>JudgeDialog</name>
  <message>
   <source>Cancel</source>
   <translation>Cancelar</translation>
  </message>
  <message>
   <source>If it loses too much, leave the parts that matter most in 32 bits</source>
   <translation>Si pierde demasiado, dejar en 32 bits las partes más importantes</translation>
  </message>
  <message>
   <source>No approved case is on the validation side of the split: choose a folder of labelled cases.</source>
   <translation>No hay ningún caso aprobado en el lado de validación de la división: elija una carpeta de casos etiquetados.</translation>
  </message>
  <message>
   <source>On a folder of cases…</source>
   <translation>Con una carpeta de casos…</translation>
  </message>
  <message>
   <source>On my approved cases</source>
   <translation>Con mis casos aprobados</translation>
  </message>
  <message>
   <source>That second try takes long: it scores the network dozens of times.</source>
   <translation>Ese segundo intento tarda: evalúa la red decenas de veces.</translation>
  </message>
 </context>
 <context>
  <name>KeysDialog</name>
  <message>
   <source>Choose between the two under Settings. Click on a key and press another one to change it; Backspace in it gives the program's back.</source>
   <translation>Elija entre las dos en Ajustes. Haga clic en una tecla y pulse otra para cambiarla; Retroceso devuelve la del programa.</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Cerrar</translation>
  </message>
  <message>
   <source>Keys and mouse</source>
   <translation>Teclas y ratón</translation>
  </message>
  <message>
   <source>The keys as {program} has them</source>
   <translation>Las teclas como las tiene {program}</translation>
  </message>
  <message>
   <source>yours</source>
   <translation>suya</translation>
  </message>
  <message>
   <source>{key} is needed by the window itself.</source>
   <translation>La propia ventana necesita {key}.</translation>
  </message>
  <message>
   <source>{key} was: {action}.</source>
   <translation>{key} era: {action}.</translation>
  </message>
 </context>
 <context>
  <name>LabelFile</name>
  <message>
   <source>Labels from a file</source>
   <translation>Etiquetas de un archivo</translation>
  </message>
 </context>
 <context>
  <name>LabelPanel</name>
  <message>
   <source>Labels</source>
   <translation>Etiquetas</translation>
  </message>
  <message>
   <source>Labels from a file…</source>
   <translation>Etiquetas de un archivo…</translation>
  </message>
  <message>
   <source>Whole tumour {whole}   Core {core}</source>
   <translation>Tumor completo {whole}   Núcleo {core}</translation>
  </message>
 </context>
 <context>
  <name>LabelRow</name>
  <message>
   <source>Hide {label}</source>
   <translation>Ocultar {label}</translation>
  </message>
  <message>
   <source>Lock {label}</source>
   <translation>Bloquear {label}</translation>
  </message>
 </context>
 <context>
  <name>LayerPanel</name>
  <message>
   <source>A candidate from a file…</source>
   <translation>Un candidato de un archivo…</translation>
  </message>
  <message>
   <source>About {region}</source>
   <translation>Sobre {region}</translation>
  </message>
  <message>
   <source>Candidates</source>
   <translation>Candidatos</translation>
  </message>
  <message>
   <source>Contested on {area:.0f} mm² here, place {place} of {of}.</source>
   <translation>Dudoso en {area:.0f} mm² aquí, lugar {place} de {of}.</translation>
  </message>
  <message>
   <source>Differences</source>
   <translation>Diferencias</translation>
  </message>
  <message>
   <source>Disagreement</source>
   <translation>Discrepancia</translation>
  </message>
  <message>
   <source>Fuse those shown</source>
   <translation>Fusionar los mostrados</translation>
  </message>
  <message>
   <source>Fused by</source>
   <translation>Fusionado con</translation>
  </message>
  <message>
   <source>How candidates are fused</source>
   <translation>Cómo se fusionan los candidatos</translation>
  </message>
  <message>
   <source>Labels</source>
   <translation>Etiquetas</translation>
  </message>
  <message>
   <source>Next contested slice</source>
   <translation>Siguiente corte dudoso</translation>
  </message>
  <message>
   <source>No other labels of this case yet.</source>
   <translation>Aún no hay otras etiquetas de este caso.</translation>
  </message>
  <message>
   <source>Not shown</source>
   <translation>No mostrado</translation>
  </message>
  <message>
   <source>Outlines</source>
   <translation>Contornos</translation>
  </message>
  <message>
   <source>Regions</source>
   <translation>Regiones</translation>
  </message>
  <message>
   <source>Show a candidate first.</source>
   <translation>Muestre antes un candidato.</translation>
  </message>
  <message>
   <source>Take all of it</source>
   <translation>Tomarlo entero</translation>
  </message>
  <message>
   <source>They agree everywhere.</source>
   <translation>Coinciden en todas partes.</translation>
  </message>
  <message>
   <source>What is drawn</source>
   <translation>Qué se dibuja</translation>
  </message>
  <message>
   <source>What is fused</source>
   <translation>Qué se fusiona</translation>
  </message>
  <message>
   <source>Where they disagree</source>
   <translation>Dónde discrepan</translation>
  </message>
 </context>
 <context>
  <name>LayerRow</name>
  <message>
   <source>Show {title}</source>
   <translation>Mostrar {title}</translation>
  </message>
  <message>
   <source>{title}
Click it to take regions from it, its colour for another one.</source>
   <translation>{title}
Haga clic para tomar regiones de él; en su color, para cambiarlo.</translation>
  </message>
 </context>
 <context>
  <name>LayoutMenu</name>
  <message>
   <source>Four contrasts of one plane</source>
   <translation>Cuatro secuencias de un plano</translation>
  </message>
  <message>
   <source>One pane large</source>
   <translation>Un panel grande</translation>
  </message>
  <message>
   <source>Three planes and 3D</source>
   <translation>Tres planos y 3D</translation>
  </message>
  <message>
   <source>Three planes and an oblique one</source>
   <translation>Tres planos y uno oblicuo</translation>
  </message>
 </context>
 <context>
  <name>LeavingCard</name>
  <message>
   <source>About {once} a round, {all} in all {rounds} rounds.</source>
   <translation>Unos {once} por ronda, {all} en las {rounds} rondas.</translation>
  </message>
  <message>
   <source>Each time</source>
   <translation>Cada vez</translation>
  </message>
  <message>
   <source>Nothing else: no image, no outline, no name, date or number of a patient, no file name, and no score of a single case.</source>
   <translation>Nada más: ninguna imagen, ningún contorno, ningún nombre, fecha ni número de paciente, ningún nombre de archivo y ninguna puntuación de un solo caso.</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Qué</translation>
  </message>
  <message>
   <source>What leaves this site</source>
   <translation>Lo que sale de este centro</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Cuándo</translation>
  </message>
 </context>
 <context>
  <name>LedgerCard</name>
  <message>
   <source>Came</source>
   <translation>Llegó</translation>
  </message>
  <message>
   <source>Every message with time, kind, bytes and fingerprint; a line that was changed or cut out is found.</source>
   <translation>Cada mensaje con hora, tipo, bytes y huella; una línea cambiada o quitada se descubre.</translation>
  </message>
  <message>
   <source>Export the ledger…</source>
   <translation>Exportar el registro de envíos…</translation>
  </message>
  <message>
   <source>Left</source>
   <translation>Salió</translation>
  </message>
  <message>
   <source>Nothing has left this site.</source>
   <translation>No ha salido nada de este centro.</translation>
  </message>
  <message>
   <source>What left this site</source>
   <translation>Lo que salió de este centro</translation>
  </message>
 </context>
 <context>
  <name>LinkedViews</name>
  <message>
   <source>Pictures side by side</source>
   <translation>Imágenes una al lado de otra</translation>
  </message>
  <message>
   <source>Up and Down go from slice to slice.</source>
   <translation>Arriba y Abajo van de corte en corte.</translation>
  </message>
 </context>
 <context>
  <name>LocalOnly</name>
  <message>
   <source>Federated</source>
   <translation>Federado</translation>
  </message>
  <message>
   <source>Images leave only if you send them.</source>
   <translation>Las imágenes solo salen si usted las envía.</translation>
  </message>
  <message>
   <source>Images never leave by themselves: only what you export or send.</source>
   <translation>Las imágenes nunca salen solas: solo lo que usted exporta o envía.</translation>
  </message>
  <message>
   <source>Images stay here; what the plan lists leaves.</source>
   <translation>Las imágenes se quedan aquí; sale lo que dice el plan.</translation>
  </message>
  <message>
   <source>Joined: {names}. What leaves is listed under Federation.</source>
   <translation>Incorporado a: {names}. Lo que sale figura en Federación.</translation>
  </message>
  <message>
   <source>Local only</source>
   <translation>Solo local</translation>
  </message>
  <message>
   <source>No federation has been joined.</source>
   <translation>No se ha incorporado a ninguna federación.</translation>
  </message>
 </context>
 <context>
  <name>LookMenu</name>
  <message>
   <source>All values</source>
   <translation>Todos los valores</translation>
  </message>
  <message>
   <source>Automatic</source>
   <translation>Automático</translation>
  </message>
  <message>
   <source>Bright parts</source>
   <translation>Partes brillantes</translation>
  </message>
  <message>
   <source>Brightness</source>
   <translation>Brillo</translation>
  </message>
  <message>
   <source>Grey and white matter</source>
   <translation>Sustancia gris y blanca</translation>
  </message>
  <message>
   <source>Labels on the scans as taken…</source>
   <translation>Etiquetas sobre las series adquiridas…</translation>
  </message>
  <message>
   <source>T1Gd minus T1</source>
   <translation>T1Gd menos T1</translation>
  </message>
  <message>
   <source>Time points of the patient…</source>
   <translation>Momentos del paciente…</translation>
  </message>
  <message>
   <source>Volume in 3D</source>
   <translation>Volumen en 3D</translation>
  </message>
  <message>
   <source>Whole head</source>
   <translation>Cabeza completa</translation>
  </message>
 </context>
 <context>
  <name>MainWindow</name>
  <message>
   <source>Fold or unfold the rail</source>
   <translation>Plegar o desplegar la barra</translation>
  </message>
  <message>
   <source>Help on this place, and back</source>
   <translation>Ayuda sobre este lugar y vuelta</translation>
  </message>
  <message>
   <source>Import</source>
   <translation>Importar</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>Salir</translation>
  </message>
 </context>
 <context>
  <name>MaskDesk</name>
  <message>
   <source>Back to the board</source>
   <translation>Volver al tablero</translation>
  </message>
  <message>
   <source>Back to the computed mask</source>
   <translation>Volver a la máscara calculada</translation>
  </message>
  <message>
   <source>Brain mask of {case}</source>
   <translation>Máscara cerebral de {case}</translation>
  </message>
  <message>
   <source>Brush adds to the brain, eraser takes away; both work in every plane. Everything outside the mask is taken out of the images, so no part of a tumour may stay outside.</source>
   <translation>El pincel añade al cerebro, el borrador quita; ambos funcionan en todos los planos. Todo lo que está fuera de la máscara se quita de las imágenes, así que ninguna parte de un tumor debe quedar fuera.</translation>
  </message>
  <message>
   <source>Drawn by {who}, {when}.</source>
   <translation>Dibujada por {who}, {when}.</translation>
  </message>
  <message>
   <source>Found by the program.</source>
   <translation>La encontró el programa.</translation>
  </message>
  <message>
   <source>Opening…</source>
   <translation>Abriendo…</translation>
  </message>
  <message>
   <source>The heads with skull and the brain mask are being read.</source>
   <translation>Se están leyendo las cabezas con cráneo y la máscara cerebral.</translation>
  </message>
  <message>
   <source>Throw my strokes away</source>
   <translation>Desechar mis trazos</translation>
  </message>
  <message>
   <source>Use this mask</source>
   <translation>Usar esta máscara</translation>
  </message>
 </context>
 <context>
  <name>MeasurePanel</name>
  <message>
   <source>Add to the note</source>
   <translation>Añadir a la nota</translation>
  </message>
  <message>
   <source>Measures</source>
   <translation>Medidas</translation>
  </message>
  <message>
   <source>Remove all measures</source>
   <translation>Quitar todas las medidas</translation>
  </message>
 </context>
 <context>
  <name>ModelFiles</name>
  <message>
   <source>Export the model</source>
   <translation>Exportar el modelo</translation>
  </message>
  <message>
   <source>Import a model</source>
   <translation>Importar un modelo</translation>
  </message>
 </context>
 <context>
  <name>ModelList</name>
  <message>
   <source>Models</source>
   <translation>Modelos</translation>
  </message>
  <message>
   <source>There is no model yet. Import one.</source>
   <translation>Aún no hay ningún modelo. Importe uno.</translation>
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
   <translation>Medido con {where}.</translation>
  </message>
  <message>
   <source>No score was measured for this model. {n}</source>
   <translation>No se midió ninguna puntuación de este modelo. {n}</translation>
  </message>
  <message>
   <source>Proposes labels</source>
   <translation>Propone etiquetas</translation>
  </message>
  <message>
   <source>Retired</source>
   <translation>Retirado</translation>
  </message>
 </context>
 <context>
  <name>ModelsScreen</name>
  <message>
   <source>A folder of labelled cases</source>
   <translation>Una carpeta de casos etiquetados</translation>
  </message>
  <message>
   <source>Add a shipped model…</source>
   <translation>Añadir un modelo incluido…</translation>
  </message>
  <message>
   <source>Bring back</source>
   <translation>Recuperar</translation>
  </message>
  <message>
   <source>Bring it back first.</source>
   <translation>Recupérelo primero.</translation>
  </message>
  <message>
   <source>Check</source>
   <translation>Comprobar</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>Exportar…</translation>
  </message>
  <message>
   <source>Import a model…</source>
   <translation>Importar un modelo…</translation>
  </message>
  <message>
   <source>It does so already.</source>
   <translation>Ya lo hace.</translation>
  </message>
  <message>
   <source>Let another model propose first.</source>
   <translation>Deje antes que proponga otro modelo.</translation>
  </message>
  <message>
   <source>Let it propose</source>
   <translation>Que proponga</translation>
  </message>
  <message>
   <source>Make small…</source>
   <translation>Reducir…</translation>
  </message>
  <message>
   <source>No model has been chosen to propose labels</source>
   <translation>No se ha elegido ningún modelo para proponer etiquetas</translation>
  </message>
  <message>
   <source>On this computer</source>
   <translation>En este equipo</translation>
  </message>
  <message>
   <source>Retire</source>
   <translation>Retirar</translation>
  </message>
  <message>
   <source>Scores…</source>
   <translation>Puntuaciones…</translation>
  </message>
  <message>
   <source>Show it</source>
   <translation>Mostrarlo</translation>
  </message>
  <message>
   <source>The trainable weights of this model are not on this computer.</source>
   <translation>Los pesos entrenables de este modelo no están en este equipo.</translation>
  </message>
  <message>
   <source>The training has made a new model: {name} {n}. It proposes once you choose “Let it propose”.</source>
   <translation>El entrenamiento hizo un modelo nuevo: {name} {n}. Propone en cuanto elija «Que proponga».</translation>
  </message>
  <message>
   <source>Trusted signers…</source>
   <translation>Firmantes de confianza…</translation>
  </message>
  <message>
   <source>{name} was made. {gate}</source>
   <translation>Se hizo {name}. {gate}</translation>
  </message>
  <message>
   <source>{name} {n} proposes labels</source>
   <translation>{name} {n} propone etiquetas</translation>
  </message>
 </context>
 <context>
  <name>NativeDialog</name>
  <message>
   <source>Close</source>
   <translation>Cerrar</translation>
  </message>
  <message>
   <source>Each scan on its own grid, with the labels brought there as an export does. Nothing is painted.</source>
   <translation>Cada serie en su propia rejilla, con las etiquetas llevadas ahí como al exportar. No se pinta nada.</translation>
  </message>
  <message>
   <source>Fit the pictures</source>
   <translation>Ajustar las imágenes</translation>
  </message>
  <message>
   <source>Labels: version {n} by {who}</source>
   <translation>Etiquetas: versión {n} de {who}</translation>
  </message>
  <message>
   <source>Nothing is labelled yet.</source>
   <translation>Aún no hay nada etiquetado.</translation>
  </message>
  <message>
   <source>Reading…</source>
   <translation>Leyendo…</translation>
  </message>
  <message>
   <source>Scan</source>
   <translation>Examen</translation>
  </message>
  <message>
   <source>This scan</source>
   <translation>Esta serie</translation>
  </message>
  <message>
   <source>{a:.2f} × {b:.2f} × {c:.2f} mm each</source>
   <translation>{a:.2f} × {b:.2f} × {c:.2f} mm cada uno</translation>
  </message>
  <message>
   <source>{case} as it was scanned</source>
   <translation>{case} tal como se adquirió</translation>
  </message>
  <message>
   <source>{x} × {y} × {z} voxels</source>
   <translation>{x} × {y} × {z} vóxeles</translation>
  </message>
 </context>
 <context>
  <name>NodeDialog</name>
  <message>
   <source>Add a PACS</source>
   <translation>Añadir un PACS</translation>
  </message>
  <message>
   <source>Asking…</source>
   <translation>Preguntando…</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Cancelar</translation>
  </message>
  <message>
   <source>Change a PACS</source>
   <translation>Cambiar un PACS</translation>
  </message>
  <message>
   <source>It answers.</source>
   <translation>Responde.</translation>
  </message>
  <message>
   <source>It is entered, but this computer has no place for its password: it is known until the program is closed. Choose a passphrase in Settings, under Privacy, to keep it.</source>
   <translation>Está dado de alta, pero este equipo no tiene dónde guardar su contraseña: se conoce hasta que se cierre el programa. Para guardarla, elija una frase de contraseña en Ajustes, Privacidad.</translation>
  </message>
  <message>
   <source>Keep</source>
   <translation>Guardar</translation>
  </message>
  <message>
   <source>Test</source>
   <translation>Probar</translation>
  </message>
  <message>
   <source>The test was stopped.</source>
   <translation>La prueba se detuvo.</translation>
  </message>
 </context>
 <context>
  <name>NodeForm</name>
  <message>
   <source>Address</source>
   <translation>Dirección</translation>
  </message>
  <message>
   <source>As IT enters it at the PACS</source>
   <translation>Como lo da de alta informática en el PACS</translation>
  </message>
  <message>
   <source>Ask IT</source>
   <translation>Pregunte a informática</translation>
  </message>
  <message>
   <source>Computer</source>
   <translation>Equipo</translation>
  </message>
  <message>
   <source>Connection</source>
   <translation>Conexión</translation>
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
   <translation>Vacío si no pide ninguno</translation>
  </message>
  <message>
   <source>Encrypted (TLS)</source>
   <translation>Cifrado (TLS)</translation>
  </message>
  <message>
   <source>Give up after (s)</source>
   <translation>Desistir tras (s)</translation>
  </message>
  <message>
   <source>How images come</source>
   <translation>Cómo llegan las imágenes</translation>
  </message>
  <message>
   <source>If it has one</source>
   <translation>Si la tiene</translation>
  </message>
  <message>
   <source>It sends them to our port (C-MOVE)</source>
   <translation>Las envía a nuestro puerto (C-MOVE)</translation>
  </message>
  <message>
   <source>It speaks</source>
   <translation>Habla</translation>
  </message>
  <message>
   <source>Its AE title</source>
   <translation>Su título AE</translation>
  </message>
  <message>
   <source>Its port</source>
   <translation>Su puerto</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Nombre</translation>
  </message>
  <message>
   <source>Name or address</source>
   <translation>Nombre o dirección</translation>
  </message>
  <message>
   <source>Only there may results go under the patient's true name, if you ask for it.</source>
   <translation>Solo ahí pueden ir los resultados con el nombre verdadero del paciente, si lo pide.</translation>
  </message>
  <message>
   <source>Our AE title</source>
   <translation>Nuestro título AE</translation>
  </message>
  <message>
   <source>Our certificate</source>
   <translation>Nuestro certificado</translation>
  </message>
  <message>
   <source>Our key</source>
   <translation>Nuestra clave</translation>
  </message>
  <message>
   <source>Our own PACS: results may bear the patient's name</source>
   <translation>Nuestro propio PACS: los resultados pueden llevar el nombre del paciente</translation>
  </message>
  <message>
   <source>Over the same connection (C-GET)</source>
   <translation>Por la misma conexión (C-GET)</translation>
  </message>
  <message>
   <source>PEM file; empty if IT gave none</source>
   <translation>Archivo PEM; vacío si informática no dio ninguno</translation>
  </message>
  <message>
   <source>Passphrase of our key</source>
   <translation>Frase de contraseña de nuestra clave</translation>
  </message>
  <message>
   <source>Password</source>
   <translation>Contraseña</translation>
  </message>
  <message>
   <source>Unchanged if left empty</source>
   <translation>Sin cambios si se deja vacío</translation>
  </message>
  <message>
   <source>User</source>
   <translation>Usuario</translation>
  </message>
  <message>
   <source>What you call it, for example Main PACS</source>
   <translation>Cómo lo llama, por ejemplo PACS principal</translation>
  </message>
  <message>
   <source>Who signs its certificate</source>
   <translation>Quién firma su certificado</translation>
  </message>
 </context>
 <context>
  <name>NotMadeDialog</name>
  <message>
   <source>Close</source>
   <translation>Cerrar</translation>
  </message>
  <message>
   <source>Everything else was written.</source>
   <translation>Todo lo demás se escribió.</translation>
  </message>
  <message>
   <source>What could not be exported</source>
   <translation>Lo que no se pudo exportar</translation>
  </message>
 </context>
 <context>
  <name>NotOpened</name>
  <message>
   <source>Choose a folder…</source>
   <translation>Elegir una carpeta…</translation>
  </message>
  <message>
   <source>Leave</source>
   <translation>Dejar</translation>
  </message>
  <message>
   <source>Open another workspace?</source>
   <translation>¿Abrir otro espacio de trabajo?</translation>
  </message>
  <message>
   <source>Open the usual one</source>
   <translation>Abrir el habitual</translation>
  </message>
  <message>
   <source>The program can be opened on another workspace, or on a new one in an empty folder.</source>
   <translation>El programa se puede abrir con otro espacio de trabajo o con uno nuevo en una carpeta vacía.</translation>
  </message>
  <message>
   <source>The recovery file of this workspace</source>
   <translation>El archivo de recuperación de este espacio de trabajo</translation>
  </message>
  <message>
   <source>Use the recovery file…</source>
   <translation>Usar el archivo de recuperación…</translation>
  </message>
 </context>
 <context>
  <name>NothingHere</name>
  <message>
   <source>A patient's number waits for your word</source>
   <translation>Un número de paciente espera su palabra</translation>
  </message>
  <message>
   <source>Every imported case has its four contrasts. Choose a case at the left to look at its series again.</source>
   <translation>Cada caso importado tiene sus cuatro secuencias. Elija un caso a la izquierda para volver a ver sus series.</translation>
  </message>
  <message>
   <source>Go to the cases</source>
   <translation>Ir a los casos</translation>
  </message>
  <message>
   <source>It stands for several people. Say at the left whether they are one patient.</source>
   <translation>Corresponde a varias personas. Diga a la izquierda si son un mismo paciente.</translation>
  </message>
  <message>
   <source>Looking at the files</source>
   <translation>Mirar los archivos</translation>
  </message>
  <message>
   <source>Nothing could be used</source>
   <translation>No se pudo usar nada</translation>
  </message>
  <message>
   <source>Nothing waits for you here</source>
   <translation>Nada le espera aquí</translation>
  </message>
  <message>
   <source>Nothing was imported</source>
   <translation>No se importó nada</translation>
  </message>
  <message>
   <source>The patients that are found appear here. You may go on elsewhere meanwhile.</source>
   <translation>Los pacientes encontrados aparecen aquí. Mientras tanto puede seguir en otra parte.</translation>
  </message>
  <message>
   <source>What is wrong with each file stands at the left, with what to do about it.</source>
   <translation>A la izquierda está qué falla en cada archivo y qué hacer.</translation>
  </message>
  <message>
   <source>Why?</source>
   <translation>¿Por qué?</translation>
  </message>
 </context>
 <context>
  <name>Notice</name>
  <message>
   <source>Close this note</source>
   <translation>Cerrar este aviso</translation>
  </message>
 </context>
 <context>
  <name>NudgeDesk</name>
  <message>
   <source>Back to the board</source>
   <translation>Volver al tablero</translation>
  </message>
  <message>
   <source>Back to the computed one</source>
   <translation>Volver a la calculada</translation>
  </message>
  <message>
   <source>Both images are being read.</source>
   <translation>Se están leyendo ambas imágenes.</translation>
  </message>
  <message>
   <source>Colours</source>
   <translation>Colores</translation>
  </message>
  <message>
   <source>Drag to push, drag with the right button to turn, wheel for slices, arrow keys for half a mm.</source>
   <translation>Arrastre para mover, arrastre con el botón derecho para girar, rueda para los cortes, flechas para medio mm.</translation>
  </message>
  <message>
   <source>Edges</source>
   <translation>Bordes</translation>
  </message>
  <message>
   <source>Edges of the image that stays, over the one you push: they should lie on one another.</source>
   <translation>Bordes de la imagen fija sobre la que usted mueve: deben coincidir.</translation>
  </message>
  <message>
   <source>How the images are laid over one another</source>
   <translation>Cómo se superponen las imágenes</translation>
  </message>
  <message>
   <source>Likeness: {value} (more is better)</source>
   <translation>Semejanza: {value} (más es mejor)</translation>
  </message>
  <message>
   <source>Opening…</source>
   <translation>Abriendo…</translation>
  </message>
  <message>
   <source>Placed by the program.</source>
   <translation>La colocó el programa.</translation>
  </message>
  <message>
   <source>Placed by {who}, {when}.</source>
   <translation>Colocada por {who}, {when}.</translation>
  </message>
  <message>
   <source>Squares</source>
   <translation>Cuadros</translation>
  </message>
  <message>
   <source>Squares of both images in turn: skull and ventricles should run on from square to square.</source>
   <translation>Cuadros de ambas imágenes alternados: el cráneo y los ventrículos deben continuar de cuadro a cuadro.</translation>
  </message>
  <message>
   <source>The image that stays is orange, the one you push blue: where both agree, the picture is grey.</source>
   <translation>La imagen fija es naranja y la que mueve, azul: donde coinciden, la imagen es gris.</translation>
  </message>
  <message>
   <source>The labels go along as a new version, which wants another look.</source>
   <translation>Las etiquetas van con ella como versión nueva, que conviene volver a mirar.</translation>
  </message>
  <message>
   <source>Undo my pushes</source>
   <translation>Deshacer mis movimientos</translation>
  </message>
  <message>
   <source>Use this position</source>
   <translation>Usar esta posición</translation>
  </message>
  <message>
   <source>before: {value}</source>
   <translation>antes: {value}</translation>
  </message>
  <message>
   <source>the SRI24 atlas</source>
   <translation>el atlas SRI24</translation>
  </message>
  <message>
   <source>{moving} on {fixed}, {case}</source>
   <translation>{moving} sobre {fixed}, {case}</translation>
  </message>
 </context>
 <context>
  <name>NudgePane</name>
  <message>
   <source>Arrow keys push, Ctrl and left or right turn, Page Up and Page Down change the slice.</source>
   <translation>Las flechas mueven, Ctrl e izquierda o derecha gira, Re Pág y Av Pág cambian el corte.</translation>
  </message>
  <message>
   <source>Axial</source>
   <translation>Axial</translation>
  </message>
  <message>
   <source>Coronal</source>
   <translation>Coronal</translation>
  </message>
  <message>
   <source>Overlay, {plane}</source>
   <translation>Superposición, {plane}</translation>
  </message>
  <message>
   <source>Sagittal</source>
   <translation>Sagital</translation>
  </message>
 </context>
 <context>
  <name>ObliquePane</name>
  <message>
   <source>Oblique slice</source>
   <translation>Corte oblicuo</translation>
  </message>
  <message>
   <source>Oblique, {angle}° off axial</source>
   <translation>Oblicuo, {angle}° respecto al axial</translation>
  </message>
 </context>
 <context>
  <name>ObliqueView</name>
  <message>
   <source>Arrow keys turn it, Page up and Page down go on, Home turns it back.</source>
   <translation>Las flechas lo giran, Re Pág y Av Pág avanzan, Inicio lo devuelve.</translation>
  </message>
 </context>
 <context>
  <name>Operations</name>
  <message>
   <source>Grown from seeds</source>
   <translation>Crecido desde semillas</translation>
  </message>
  <message>
   <source>Holes filled</source>
   <translation>Huecos rellenados</translation>
  </message>
  <message>
   <source>Interpolation</source>
   <translation>Interpolación</translation>
  </message>
  <message>
   <source>Island kept</source>
   <translation>Isla conservada</translation>
  </message>
  <message>
   <source>Island removed</source>
   <translation>Isla quitada</translation>
  </message>
  <message>
   <source>Largest island kept</source>
   <translation>Isla mayor conservada</translation>
  </message>
  <message>
   <source>No island of this label is that small.</source>
   <translation>Ninguna isla de esta etiqueta es tan pequeña.</translation>
  </message>
  <message>
   <source>Nothing changed: it is so already, or the paint-over rules forbid it.</source>
   <translation>No cambió nada: ya es así o las reglas de repintado lo impiden.</translation>
  </message>
  <message>
   <source>Nothing grew. Draw a stroke of each label in a slice or two first: they are the seeds.</source>
   <translation>No creció nada. Dibuje antes un trazo de cada etiqueta en uno o dos cortes: son las semillas.</translation>
  </message>
  <message>
   <source>Small islands removed</source>
   <translation>Islas pequeñas quitadas</translation>
  </message>
  <message>
   <source>Smoothing</source>
   <translation>Suavizado</translation>
  </message>
  <message>
   <source>The labels were changed meanwhile. Ask for it again.</source>
   <translation>Las etiquetas cambiaron mientras tanto. Pídalo de nuevo.</translation>
  </message>
  <message>
   <source>There is no gap to fill: draw the label in some slices and leave those between them empty.</source>
   <translation>No hay hueco que rellenar: dibuje la etiqueta en algunos cortes y deje vacíos los de en medio.</translation>
  </message>
  <message>
   <source>There is no label under the mouse: click an island.</source>
   <translation>No hay ninguna etiqueta bajo el ratón: haga clic en una isla.</translation>
  </message>
  <message>
   <source>There is nothing of this label to smooth.</source>
   <translation>No hay nada de esta etiqueta que suavizar.</translation>
  </message>
  <message>
   <source>There is nothing to remove.</source>
   <translation>No hay nada que quitar.</translation>
  </message>
  <message>
   <source>This label has no hole there.</source>
   <translation>Esta etiqueta no tiene ningún hueco ahí.</translation>
  </message>
  <message>
   <source>This label has no other piece.</source>
   <translation>Esta etiqueta no tiene otro fragmento.</translation>
  </message>
  <message>
   <source>This label is one piece, or none.</source>
   <translation>Esta etiqueta es un solo fragmento o ninguno.</translation>
  </message>
 </context>
 <context>
  <name>OwnedPage</name>
  <message>
   <source>Heard at {time}.</source>
   <translation>Se supo de él a las {time}.</translation>
  </message>
  <message>
   <source>Mean Dice of the common model</source>
   <translation>Dice medio del modelo común</translation>
  </message>
  <message>
   <source>Rounds</source>
   <translation>Rondas</translation>
  </message>
  <message>
   <source>Sites</source>
   <translation>Centros</translation>
  </message>
  <message>
   <source>Start it where it is to stand: fets-desktop aggregator start FOLDER.</source>
   <translation>Inícielo donde deba estar: fets-desktop aggregator start CARPETA.</translation>
  </message>
  <message>
   <source>by the rounds behind it</source>
   <translation>según las rondas detrás</translation>
  </message>
  <message>
   <source>none yet</source>
   <translation>ninguna aún</translation>
  </message>
  <message>
   <source>round {n} of {all}</source>
   <translation>ronda {n} de {all}</translation>
  </message>
  <message>
   <source>training sites</source>
   <translation>centros que entrenan</translation>
  </message>
  <message>
   <source>validating sites</source>
   <translation>centros que validan</translation>
  </message>
  <message>
   <source>{name} cannot be read</source>
   <translation>No se puede leer {name}</translation>
  </message>
  <message>
   <source>{name}: {n} of {all} sites have reported in this round.</source>
   <translation>{name}: {n} de {all} centros han informado en esta ronda.</translation>
  </message>
  <message>
   <source>{n} of {all} rounds</source>
   <translation>{n} de {all} rondas</translation>
  </message>
 </context>
 <context>
  <name>OwnerView</name>
  <message>
   <source>Founded here</source>
   <translation>Fundada aquí</translation>
  </message>
  <message>
   <source>This site's part</source>
   <translation>La parte de este centro</translation>
  </message>
 </context>
 <context>
  <name>PackageFlow</name>
  <message>
   <source>All files</source>
   <translation>Todos los archivos</translation>
  </message>
  <message>
   <source>Choose a package</source>
   <translation>Elegir un paquete</translation>
  </message>
  <message>
   <source>One package is taken in at a time; {left} let lie.</source>
   <translation>Se toma un paquete cada vez; se dejó sin tocar: {left}.</translation>
  </message>
  <message>
   <source>Open {case}</source>
   <translation>Abrir {case}</translation>
  </message>
  <message>
   <source>Review packages</source>
   <translation>Paquetes de revisión</translation>
  </message>
  <message>
   <source>Write the package</source>
   <translation>Escribir el paquete</translation>
  </message>
  <message>
   <source>{case} lies encrypted in {file}.</source>
   <translation>{case} está cifrado en {file}.</translation>
  </message>
 </context>
 <context>
  <name>PacsQuery</name>
  <message>
   <source>Asking…</source>
   <translation>Preguntando…</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Cerrar</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Fecha</translation>
  </message>
  <message>
   <source>Description</source>
   <translation>Descripción</translation>
  </message>
  <message>
   <source>Examined since</source>
   <translation>Examinado desde</translation>
  </message>
  <message>
   <source>Family name</source>
   <translation>Apellido</translation>
  </message>
  <message>
   <source>Fetch</source>
   <translation>Traer</translation>
  </message>
  <message>
   <source>From the PACS</source>
   <translation>Del PACS</translation>
  </message>
  <message>
   <source>Images</source>
   <translation>Imágenes</translation>
  </message>
  <message>
   <source>Its beginning</source>
   <translation>Su comienzo</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Tipo</translation>
  </message>
  <message>
   <source>Kinds</source>
   <translation>Tipos</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Nombre</translation>
  </message>
  <message>
   <source>No PACS is entered yet: see Settings, Hospital network.</source>
   <translation>Aún no hay ningún PACS dado de alta: vea Ajustes, Red del hospital.</translation>
  </message>
  <message>
   <source>No.</source>
   <translation>N.º</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Número</translation>
  </message>
  <message>
   <source>PACS</source>
   <translation>PACS</translation>
  </message>
  <message>
   <source>Patient's number</source>
   <translation>Número de paciente</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>Buscar</translation>
  </message>
  <message>
   <source>Series of the chosen study</source>
   <translation>Series del estudio elegido</translation>
  </message>
  <message>
   <source>Series of the chosen study: all are fetched unless some are chosen</source>
   <translation>Series del estudio elegido: se traen todas si no se elige ninguna</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Parar</translation>
  </message>
  <message>
   <source>Stopped.</source>
   <translation>Detenido.</translation>
  </message>
  <message>
   <source>Studies</source>
   <translation>Estudios</translation>
  </message>
  <message>
   <source>Until</source>
   <translation>Hasta</translation>
  </message>
  <message>
   <source>Words in the description</source>
   <translation>Palabras en la descripción</translation>
  </message>
  <message>
   <source>Write dates as 2026-01-31 or 31.1.2026.</source>
   <translation>Escriba las fechas como 2026-01-31 o 31.1.2026.</translation>
  </message>
  <message>
   <source>any</source>
   <translation>cualquiera</translation>
  </message>
 </context>
 <context>
  <name>Painting</name>
  <message>
   <source>Adaptive brush</source>
   <translation>Pincel adaptativo</translation>
  </message>
  <message>
   <source>Brush</source>
   <translation>Pincel</translation>
  </message>
  <message>
   <source>Eraser</source>
   <translation>Borrador</translation>
  </message>
  <message>
   <source>Threshold brush</source>
   <translation>Pincel de umbral</translation>
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
   <translation>Coronal</translation>
  </message>
  <message>
   <source>Sagittal</source>
   <translation>Sagital</translation>
  </message>
  <message>
   <source>Slices, {plane}</source>
   <translation>Cortes, {plane}</translation>
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
   <translation>Al menos {n} caracteres; cuatro palabras que no tengan que ver con nadie son mejores.</translation>
  </message>
  <message>
   <source>The two are not alike yet.</source>
   <translation>Las dos aún no son iguales.</translation>
  </message>
 </context>
 <context>
  <name>PemField</name>
  <message>
   <source>Choose a file: {what}</source>
   <translation>Elegir un archivo: {what}</translation>
  </message>
 </context>
 <context>
  <name>PhiDialog</name>
  <message>
   <source>Close</source>
   <translation>Cerrar</translation>
  </message>
  <message>
   <source>Copy the list</source>
   <translation>Copiar la lista</translation>
  </message>
  <message>
   <source>Every file, record, journal and log is read; this may take some minutes.</source>
   <translation>Se lee cada archivo, registro, diario y protocolo; puede tardar unos minutos.</translation>
  </message>
  <message>
   <source>It was stopped.</source>
   <translation>Se detuvo.</translation>
  </message>
  <message>
   <source>Nothing names a patient</source>
   <translation>Nada nombra a un paciente</translation>
  </message>
  <message>
   <source>Places that name a patient</source>
   <translation>Lugares que nombran a un paciente</translation>
  </message>
  <message>
   <source>Search this workspace for patients' names</source>
   <translation>Buscar nombres de pacientes en este espacio</translation>
  </message>
  <message>
   <source>Times</source>
   <translation>Veces</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Qué</translation>
  </message>
  <message>
   <source>Where</source>
   <translation>Dónde</translation>
  </message>
 </context>
 <context>
  <name>PictureMenu</name>
  <message>
   <source>Movie of the slices…</source>
   <translation>Película de los cortes…</translation>
  </message>
  <message>
   <source>Picture of all panes…</source>
   <translation>Imagen de todos los paneles…</translation>
  </message>
  <message>
   <source>Picture of the pane…</source>
   <translation>Imagen del panel…</translation>
  </message>
 </context>
 <context>
  <name>Pictures</name>
  <message>
   <source>Save a picture</source>
   <translation>Guardar una imagen</translation>
  </message>
  <message>
   <source>The movie is saved as {file}.</source>
   <translation>La película se guardó como {file}.</translation>
  </message>
  <message>
   <source>The picture is saved as {file}.</source>
   <translation>La imagen se guardó como {file}.</translation>
  </message>
  <message>
   <source>labels version {n}</source>
   <translation>etiquetas versión {n}</translation>
  </message>
  <message>
   <source>no labels yet</source>
   <translation>aún sin etiquetas</translation>
  </message>
  <message>
   <source>{version}, edited</source>
   <translation>{version}, editada</translation>
  </message>
 </context>
 <context>
  <name>PlanCard</name>
  <message>
   <source>Is it really the owner's? Telephone them, and compare this fingerprint:</source>
   <translation>¿Es de verdad del titular? Llámele y compare esta huella:</translation>
  </message>
  <message>
   <source>The owner's fingerprint</source>
   <translation>Huella del titular</translation>
  </message>
  <message>
   <source>The plan</source>
   <translation>El plan</translation>
  </message>
 </context>
 <context>
  <name>PointRows</name>
  <message>
   <source>Case</source>
   <translation>Caso</translation>
  </message>
  <message>
   <source>Change WT / ET</source>
   <translation>Cambio WT / ET</translation>
  </message>
  <message>
   <source>Days</source>
   <translation>Días</translation>
  </message>
  <message>
   <source>ET cm³</source>
   <translation>ET cm³</translation>
  </message>
  <message>
   <source>Labels</source>
   <translation>Etiquetas</translation>
  </message>
  <message>
   <source>Scan date</source>
   <translation>Fecha del examen</translation>
  </message>
  <message>
   <source>Show {case}</source>
   <translation>Mostrar {case}</translation>
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
   <translation>3  Mirar y luego incorporarse</translation>
  </message>
  <message>
   <source>All is well so far. What a round takes is being measured; joining need not wait.</source>
   <translation>Hasta ahora todo está bien. Se está midiendo lo que dura una ronda; la incorporación no tiene que esperar.</translation>
  </message>
  <message>
   <source>All is well.</source>
   <translation>Todo está bien.</translation>
  </message>
  <message>
   <source>Join the federation</source>
   <translation>Incorporarse a la federación</translation>
  </message>
  <message>
   <source>Joining agrees to the plan above. You can pause or leave at any time.</source>
   <translation>Al incorporarse acepta el plan de arriba. Puede parar o dejarla en cualquier momento.</translation>
  </message>
  <message>
   <source>Look again</source>
   <translation>Mirar otra vez</translation>
  </message>
  <message>
   <source>Look whether all is well</source>
   <translation>Mirar si todo está bien</translation>
  </message>
  <message>
   <source>Looking: it reaches for the server, which takes a few seconds.</source>
   <translation>Mirando: se contacta con el servidor, lo que tarda unos segundos.</translation>
  </message>
  <message>
   <source>Server, clock, certificates, disk, memory and cases are looked at, and what a round takes here is measured. Nothing of a case is sent.</source>
   <translation>Se miran el servidor, el reloj, los certificados, el disco, la memoria y los casos, y se mide lo que dura una ronda aquí. No se envía nada de ningún caso.</translation>
  </message>
 </context>
 <context>
  <name>PrepareScreen</name>
  <message>
   <source>Cases and steps</source>
   <translation>Casos y pasos</translation>
  </message>
  <message>
   <source>Import patients</source>
   <translation>Importar pacientes</translation>
  </message>
  <message>
   <source>Nothing to prepare yet</source>
   <translation>Aún no hay nada que preparar</translation>
  </message>
  <message>
   <source>Nothing waits</source>
   <translation>Nada espera</translation>
  </message>
  <message>
   <source>Prepare</source>
   <translation>Preparar</translation>
  </message>
  <message>
   <source>Preparing brings a case's four series onto one grid in the space of the SRI24 atlas and finds the brain. It begins when a case's contrasts are certain.</source>
   <translation>Preparar lleva las cuatro series de un caso a una misma rejilla en el espacio del atlas SRI24 y encuentra el cerebro. Empieza cuando las secuencias de un caso son seguras.</translation>
  </message>
  <message>
   <source>Show all cases again</source>
   <translation>Mostrar de nuevo todos los casos</translation>
  </message>
  <message>
   <source>Show only these cases</source>
   <translation>Mostrar solo estos casos</translation>
  </message>
  <message>
   <source>{d} of {n} cases prepared</source>
   <translation>{d} de {n} casos preparados</translation>
  </message>
 </context>
 <context>
  <name>PrivacyChoice</name>
  <message>
   <source> % of the model</source>
   <translation> % del modelo</translation>
  </message>
  <message>
   <source> times that</source>
   <translation> veces eso</translation>
  </message>
  <message>
   <source>Cut and blur what leaves (differential privacy)</source>
   <translation>Recortar y difuminar lo que sale (privacidad diferencial)</translation>
  </message>
  <message>
   <source>Largest change</source>
   <translation>Cambio máximo</translation>
  </message>
  <message>
   <source>Noise</source>
   <translation>Ruido</translation>
  </message>
 </context>
 <context>
  <name>PrivacyPanel</name>
  <message>
   <source>Change the passphrase…</source>
   <translation>Cambiar la frase de contraseña…</translation>
  </message>
  <message>
   <source>Closes the table until the passphrase is given again</source>
   <translation>Cierra la tabla hasta que se vuelva a dar la frase de contraseña</translation>
  </message>
  <message>
   <source>Keep a table…</source>
   <translation>Llevar una tabla…</translation>
  </message>
  <message>
   <source>Key</source>
   <translation>Clave</translation>
  </message>
  <message>
   <source>Lock</source>
   <translation>Bloquear</translation>
  </message>
  <message>
   <source>Reads every byte of this workspace and lists where something names a patient.</source>
   <translation>Lee cada byte de este espacio de trabajo y enumera dónde algo nombra a un paciente.</translation>
  </message>
  <message>
   <source>Search for patients' names…</source>
   <translation>Buscar nombres de pacientes…</translation>
  </message>
  <message>
   <source>Table</source>
   <translation>Tabla</translation>
  </message>
  <message>
   <source>Unlock…</source>
   <translation>Desbloquear…</translation>
  </message>
 </context>
 <context>
  <name>ProgressRow</name>
  <message>
   <source>Cancel</source>
   <translation>Cancelar</translation>
  </message>
  <message>
   <source>Cancel: {title}</source>
   <translation>Cancelar: {title}</translation>
  </message>
  <message>
   <source>Why did it fail?</source>
   <translation>¿Por qué falló?</translation>
  </message>
 </context>
 <context>
  <name>PublishLine</name>
  <message>
   <source>A folder of labelled cases</source>
   <translation>Una carpeta de casos etiquetados</translation>
  </message>
  <message>
   <source>Show it under Models</source>
   <translation>Mostrarlo en Modelos</translation>
  </message>
  <message>
   <source>Take it over…</source>
   <translation>Tomarlo…</translation>
  </message>
  <message>
   <source>The model with {n} round behind it is the best so far, by {why}.</source>
   <translation>El modelo con {n} ronda detrás es el mejor hasta ahora, según {why}.</translation>
  </message>
  <message>
   <source>The model with {n} rounds behind it is the best so far, by {why}.</source>
   <translation>El modelo con {n} rondas detrás es el mejor hasta ahora, según {why}.</translation>
  </message>
  <message>
   <source>{words} In 8 bits it lost too much: it is here in 32, as {model}, and Segment offers it.</source>
   <translation>{words} En 8 bits perdía demasiado: está aquí en 32, como {model}, y Segmentar lo ofrece.</translation>
  </message>
  <message>
   <source>{words} It is being made small and judged.</source>
   <translation>{words} Se está reduciendo y evaluando.</translation>
  </message>
  <message>
   <source>{words} It is here as {model}, and Segment offers it.</source>
   <translation>{words} Está aquí como {model} y Segmentar lo ofrece.</translation>
  </message>
 </context>
 <context>
  <name>Rail</name>
  <message>
   <source>Fold or unfold the rail (Ctrl+B)</source>
   <translation>Plegar o desplegar la barra (Ctrl+B)</translation>
  </message>
  <message>
   <source>Places</source>
   <translation>Lugares</translation>
  </message>
 </context>
 <context>
  <name>RailButton</name>
  <message>
   <source>{place}, {n} waiting</source>
   <translation>{place}, {n} en espera</translation>
  </message>
 </context>
 <context>
  <name>Readers</name>
  <message>
   <source>Adjudication of versions {a} and {b}</source>
   <translation>Adjudicación de las versiones {a} y {b}</translation>
  </message>
  <message>
   <source>Second reading: what others drew is hidden until you finish.</source>
   <translation>Segunda lectura: lo que dibujaron otros queda oculto hasta que termine.</translation>
  </message>
  <message>
   <source>The second reading is finished: version {n}.</source>
   <translation>La segunda lectura terminó: versión {n}.</translation>
  </message>
  <message>
   <source>The second reading is given up.</source>
   <translation>La segunda lectura se abandonó.</translation>
  </message>
  <message>
   <source>Version {old} is restored, as version {new}.</source>
   <translation>La versión {old} se restauró como versión {new}.</translation>
  </message>
  <message>
   <source>You start from version {a}. Under Checks stands where version {b} differs; a click on a hatched region takes it over.</source>
   <translation>Parte de la versión {a}. En Comprobaciones figura dónde difiere la versión {b}; un clic en una región rayada la toma.</translation>
  </message>
 </context>
 <context>
  <name>RestoreDialog</name>
  <message>
   <source>Bring a backup back</source>
   <translation>Recuperar una copia de seguridad</translation>
  </message>
  <message>
   <source>Bring it back</source>
   <translation>Recuperarla</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Cerrar</translation>
  </message>
  <message>
   <source>It is brought back into a new folder, and everything in it is checked. This workspace stays as it is.</source>
   <translation>Se recupera en una carpeta nueva y se comprueba todo lo que contiene. Este espacio de trabajo queda como está.</translation>
  </message>
  <message>
   <source>It was stopped. What was brought back so far is no workspace; begin again to go on.</source>
   <translation>Se detuvo. Lo recuperado hasta ahora no es un espacio de trabajo; empiece de nuevo para seguir.</translation>
  </message>
  <message>
   <source>Open it</source>
   <translation>Abrirlo</translation>
  </message>
  <message>
   <source>Passphrase</source>
   <translation>Frase de contraseña</translation>
  </message>
  <message>
   <source>The backup's folder</source>
   <translation>La carpeta de la copia de seguridad</translation>
  </message>
  <message>
   <source>The passphrase that it was encrypted with</source>
   <translation>La frase de contraseña con la que se cifró</translation>
  </message>
  <message>
   <source>Where to</source>
   <translation>Adónde</translation>
  </message>
 </context>
 <context>
  <name>ReviewCases</name>
  <message>
   <source>All statuses</source>
   <translation>Todos los estados</translation>
  </message>
  <message>
   <source>Assigned to me</source>
   <translation>Asignados a mí</translation>
  </message>
  <message>
   <source>Cases</source>
   <translation>Casos</translation>
  </message>
  <message>
   <source>Cases to review</source>
   <translation>Casos por revisar</translation>
  </message>
  <message>
   <source>Find case</source>
   <translation>Buscar caso</translation>
  </message>
  <message>
   <source>Flagged</source>
   <translation>Señalados</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Estado</translation>
  </message>
  <message>
   <source>cm³</source>
   <translation>cm³</translation>
  </message>
  <message>
   <source>{a} of {n} approved</source>
   <translation>{a} de {n} aprobados</translation>
  </message>
 </context>
 <context>
  <name>ReviewExport</name>
  <message>
   <source>Export…</source>
   <translation>Exportar…</translation>
  </message>
 </context>
 <context>
  <name>ReviewPanel</name>
  <message>
   <source>Approve case</source>
   <translation>Aprobar el caso</translation>
  </message>
  <message>
   <source>Approved</source>
   <translation>Aprobado</translation>
  </message>
  <message>
   <source>Every edit is saved</source>
   <translation>Cada cambio está guardado</translation>
  </message>
  <message>
   <source>Finish the reading</source>
   <translation>Terminar la lectura</translation>
  </message>
  <message>
   <source>Flag a problem</source>
   <translation>Señalar un problema</translation>
  </message>
  <message>
   <source>Give the reading up…</source>
   <translation>Abandonar la lectura…</translation>
  </message>
  <message>
   <source>No changes yet</source>
   <translation>Aún sin cambios</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Nota</translation>
  </message>
  <message>
   <source>Note on the labels</source>
   <translation>Nota sobre las etiquetas</translation>
  </message>
  <message>
   <source>Optional. Stays with the labels.</source>
   <translation>Opcional. Queda con las etiquetas.</translation>
  </message>
  <message>
   <source>Remove flag</source>
   <translation>Quitar la señal</translation>
  </message>
  <message>
   <source>Saved {time}</source>
   <translation>Guardado {time}</translation>
  </message>
  <message>
   <source>Say what is wrong (Ctrl+Shift+F)</source>
   <translation>Decir qué está mal (Ctrl+Shift+F)</translation>
  </message>
  <message>
   <source>Sign the labels off (Ctrl+Return)</source>
   <translation>Firmar las etiquetas (Ctrl+Return)</translation>
  </message>
  <message>
   <source>Versions…</source>
   <translation>Versiones…</translation>
  </message>
 </context>
 <context>
  <name>ReviewScreen</name>
  <message>
   <source>Edits that no version holds yet are thrown away; versions that were saved stay.</source>
   <translation>Los cambios que aún no están en ninguna versión se desechan; las versiones guardadas se quedan.</translation>
  </message>
  <message>
   <source>Give it up</source>
   <translation>Abandonarla</translation>
  </message>
  <message>
   <source>Give the second reading up?</source>
   <translation>¿Abandonar la segunda lectura?</translation>
  </message>
  <message>
   <source>No other case waits for review.</source>
   <translation>Ningún otro caso espera revisión.</translation>
  </message>
  <message>
   <source>The file's labels are shown now, read as {scheme}.</source>
   <translation>Ahora se muestran las etiquetas del archivo, leídas como {scheme}.</translation>
  </message>
  <message>
   <source>{case} is approved.</source>
   <translation>{case} está aprobado.</translation>
  </message>
 </context>
 <context>
  <name>ReviewTools</name>
  <message>
   <source>Fit the panes</source>
   <translation>Ajustar los paneles</translation>
  </message>
  <message>
   <source>History of edits</source>
   <translation>Historial de cambios</translation>
  </message>
  <message>
   <source>Keys and mouse (?)</source>
   <translation>Teclas y ratón (?)</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>Rehacer</translation>
  </message>
  <message>
   <source>Show or hide the cases</source>
   <translation>Mostrar u ocultar los casos</translation>
  </message>
  <message>
   <source>Show {contrast}</source>
   <translation>Mostrar {contrast}</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Deshacer</translation>
  </message>
 </context>
 <context>
  <name>RoundTable</name>
  <message>
   <source>Came</source>
   <translation>Llegó</translation>
  </message>
  <message>
   <source>Common Dice</source>
   <translation>Dice común</translation>
  </message>
  <message>
   <source>Ended</source>
   <translation>Terminó</translation>
  </message>
  <message>
   <source>Left</source>
   <translation>Salió</translation>
  </message>
  <message>
   <source>Loss</source>
   <translation>Pérdida</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Nota</translation>
  </message>
  <message>
   <source>Own Dice</source>
   <translation>Dice propio</translation>
  </message>
  <message>
   <source>Round</source>
   <translation>Ronda</translation>
  </message>
  <message>
   <source>Took</source>
   <translation>Duración</translation>
  </message>
  <message>
   <source>goes on</source>
   <translation>sigue</translation>
  </message>
 </context>
 <context>
  <name>RoundsCard</name>
  <message>
   <source>Rounds</source>
   <translation>Rondas</translation>
  </message>
  <message>
   <source>none yet</source>
   <translation>ninguna aún</translation>
  </message>
 </context>
 <context>
  <name>RulesDialog</name>
  <message>
   <source> (told from others of that name by what may not be shown)</source>
   <translation> (se distingue de otras con ese nombre por algo que no se puede mostrar)</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Cerrar</translation>
  </message>
  <message>
   <source>Rules of this site</source>
   <translation>Reglas de este centro</translation>
  </message>
  <message>
   <source>Series called {name} stand for {contrast}</source>
   <translation>Las series llamadas {name} son {contrast}</translation>
  </message>
  <message>
   <source>Take away the rule on series called {name}</source>
   <translation>Quitar la regla sobre las series llamadas {name}</translation>
  </message>
  <message>
   <source>There are none.</source>
   <translation>No hay ninguna.</translation>
  </message>
  <message>
   <source>Whenever you correct what the program thinks of a series, it remembers the kind of series and goes by your word from then on. A rule that is taken away changes nothing that was imported before.</source>
   <translation>Cuando corrige lo que el programa piensa de una serie, este recuerda el tipo de serie y en adelante sigue su palabra. Quitar una regla no cambia nada de lo ya importado.</translation>
  </message>
 </context>
 <context>
  <name>ScoreTable</name>
  <message>
   <source>Case</source>
   <translation>Caso</translation>
  </message>
  <message>
   <source>Dice</source>
   <translation>Dice</translation>
  </message>
  <message>
   <source>Difference</source>
   <translation>Diferencia</translation>
  </message>
  <message>
   <source>HD95 mm</source>
   <translation>HD95 mm</translation>
  </message>
  <message>
   <source>Lesion Dice</source>
   <translation>Dice por lesión</translation>
  </message>
  <message>
   <source>Lesion HD95</source>
   <translation>HD95 por lesión</translation>
  </message>
  <message>
   <source>Other's Dice</source>
   <translation>Dice del otro</translation>
  </message>
  <message>
   <source>Region</source>
   <translation>Región</translation>
  </message>
  <message>
   <source>Sensitivity</source>
   <translation>Sensibilidad</translation>
  </message>
  <message>
   <source>Specificity</source>
   <translation>Especificidad</translation>
  </message>
  <message>
   <source>{case}: open it in Review</source>
   <translation>{case}: abrir en Revisar</translation>
  </message>
 </context>
 <context>
  <name>ScoresChoice</name>
  <message>
   <source>Compared with</source>
   <translation>Comparado con</translation>
  </message>
  <message>
   <source>Labels: as the files tell</source>
   <translation>Etiquetas: como digan los archivos</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>Modelo</translation>
  </message>
  <message>
   <source>Models</source>
   <translation>Modelos</translation>
  </message>
  <message>
   <source>No approved case is on the validation side of the split.</source>
   <translation>No hay ningún caso aprobado en el lado de validación de la división.</translation>
  </message>
  <message>
   <source>One or two models</source>
   <translation>Uno o dos modelos</translation>
  </message>
  <message>
   <source>Score</source>
   <translation>Evaluar</translation>
  </message>
  <message>
   <source>Score models on labelled cases</source>
   <translation>Evaluar modelos con casos etiquetados</translation>
  </message>
  <message>
   <source>Score on a folder…</source>
   <translation>Evaluar con una carpeta…</translation>
  </message>
  <message>
   <source>Score on validation cases</source>
   <translation>Evaluar con casos de validación</translation>
  </message>
  <message>
   <source>Several, fused</source>
   <translation>Varios, fusionados</translation>
  </message>
  <message>
   <source>Tick two models or more</source>
   <translation>Marque dos modelos o más</translation>
  </message>
  <message>
   <source>What is scored</source>
   <translation>Qué se evalúa</translation>
  </message>
  <message>
   <source>What the folder's labels mean</source>
   <translation>Qué significan las etiquetas de la carpeta</translation>
  </message>
  <message>
   <source>beside</source>
   <translation>junto a</translation>
  </message>
  <message>
   <source>no other model</source>
   <translation>ningún otro modelo</translation>
  </message>
 </context>
 <context>
  <name>ScoresPage</name>
  <message>
   <source>A folder of labelled cases</source>
   <translation>Una carpeta de casos etiquetados</translation>
  </message>
  <message>
   <source>Cases, worst first</source>
   <translation>Casos, los peores primero</translation>
  </message>
  <message>
   <source>Compared with</source>
   <translation>Comparado con</translation>
  </message>
  <message>
   <source>Not scored: {cases}</source>
   <translation>Sin evaluar: {cases}</translation>
  </message>
  <message>
   <source>Nothing has been scored yet. Score a model on the approved validation cases of this workspace, which no training here has seen, or on a folder of BraTS-named cases with labels.</source>
   <translation>Aún no se ha evaluado nada. Evalúe un modelo con los casos de validación aprobados de este espacio de trabajo, que ningún entrenamiento de aquí ha visto, o con una carpeta de casos con nombres BraTS y etiquetas.</translation>
  </message>
  <message>
   <source>Save the scores</source>
   <translation>Guardar las puntuaciones</translation>
  </message>
  <message>
   <source>Save the scores…</source>
   <translation>Guardar las puntuaciones…</translation>
  </message>
  <message>
   <source>Scores, worst first</source>
   <translation>Puntuaciones, las peores primero</translation>
  </message>
  <message>
   <source>To look at: {cases}</source>
   <translation>Por mirar: {cases}</translation>
  </message>
  <message>
   <source>and {n} more</source>
   <translation>y {n} más</translation>
  </message>
 </context>
 <context>
  <name>SegmentScreen</name>
  <message>
   <source>A model outlines the tumour in cases that are prepared: four series in, an outline and its volumes out, on this computer and without a network.</source>
   <translation>Un modelo contornea el tumor en los casos preparados: entran cuatro series, salen un contorno y sus volúmenes, en este equipo y sin red.</translation>
  </message>
  <message>
   <source>A proposal is a first version of the labels. A person reviews and approves it; not for diagnostic use.</source>
   <translation>Una propuesta es una primera versión de las etiquetas. Una persona la revisa y aprueba; no apta para diagnóstico.</translation>
  </message>
  <message>
   <source>Every prepared case has labels</source>
   <translation>Todos los casos preparados tienen etiquetas</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>Exportar…</translation>
  </message>
  <message>
   <source>Go to Prepare</source>
   <translation>Ir a Preparar</translation>
  </message>
  <message>
   <source>How many models propose</source>
   <translation>Cuántos modelos proponen</translation>
  </message>
  <message>
   <source>Import a patient</source>
   <translation>Importar un paciente</translation>
  </message>
  <message>
   <source>Keeps a map of each region, and the slices to look at first.</source>
   <translation>Guarda un mapa de cada región y los cortes que conviene mirar primero.</translation>
  </message>
  <message>
   <source>Mark all</source>
   <translation>Marcar todos</translation>
  </message>
  <message>
   <source>Mark none</source>
   <translation>No marcar ninguno</translation>
  </message>
  <message>
   <source>Mark the cases to segment</source>
   <translation>Marque primero los casos</translation>
  </message>
  <message>
   <source>Mark those without labels</source>
   <translation>Marcar los sin etiquetas</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>Modelo</translation>
  </message>
  <message>
   <source>Model that segments</source>
   <translation>Modelo que segmenta</translation>
  </message>
  <message>
   <source>More about the models</source>
   <translation>Más sobre los modelos</translation>
  </message>
  <message>
   <source>No prepared case yet</source>
   <translation>Aún no hay casos preparados</translation>
  </message>
  <message>
   <source>One model</source>
   <translation>Un modelo</translation>
  </message>
  <message>
   <source>Prepared cases</source>
   <translation>Casos preparados</translation>
  </message>
  <message>
   <source>Segment</source>
   <translation>Segmentar</translation>
  </message>
  <message>
   <source>Several, fused</source>
   <translation>Varios, fusionados</translation>
  </message>
  <message>
   <source>Tell where it is undecided</source>
   <translation>Decir dónde está indeciso</translation>
  </message>
  <message>
   <source>There is no model yet. Import one on the Models screen.</source>
   <translation>Aún no hay ningún modelo. Importe uno en la pantalla Modelos.</translation>
  </message>
  <message>
   <source>Tick two models or more</source>
   <translation>Marque dos modelos o más</translation>
  </message>
  <message>
   <source>{name}  (current)</source>
   <translation>{name}  (actual)</translation>
  </message>
 </context>
 <context>
  <name>SegmentTable</name>
  <message>
   <source>Case</source>
   <translation>Caso</translation>
  </message>
  <message>
   <source>ET cm³</source>
   <translation>ET cm³</translation>
  </message>
  <message>
   <source>Labels by</source>
   <translation>Etiquetas de</translation>
  </message>
  <message>
   <source>Made</source>
   <translation>Hecho</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Estado</translation>
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
   <translation>Cancelar</translation>
  </message>
  <message>
   <source>It goes under the pseudonym: this PACS is not marked as your own in Settings.</source>
   <translation>Va con el seudónimo: este PACS no está marcado como propio en Ajustes.</translation>
  </message>
  <message>
   <source>No PACS is entered yet: see Settings, Hospital network.</source>
   <translation>Aún no hay ningún PACS dado de alta: vea Ajustes, Red del hospital.</translation>
  </message>
  <message>
   <source>PACS</source>
   <translation>PACS</translation>
  </message>
  <message>
   <source>Report: one page with pictures, volumes and diameters</source>
   <translation>Informe: una página con imágenes, volúmenes y diámetros</translation>
  </message>
  <message>
   <source>Segmentation (DICOM SEG): labels on the patient's own series</source>
   <translation>Segmentación (DICOM SEG): etiquetas sobre las series del propio paciente</translation>
  </message>
  <message>
   <source>Send</source>
   <translation>Enviar</translation>
  </message>
  <message>
   <source>Structure set (RTSTRUCT): outlines for radiotherapy planning</source>
   <translation>Conjunto de estructuras (RTSTRUCT): contornos para planificar la radioterapia</translation>
  </message>
  <message>
   <source>The PACS files it with the patient's other images. That it was sent so stands in the audit.</source>
   <translation>El PACS lo archiva con las demás imágenes del paciente. Que se envió así consta en la auditoría.</translation>
  </message>
  <message>
   <source>The newest approved labels are sent, or the newest proposal. Not for diagnostic use.</source>
   <translation>Se envían las etiquetas aprobadas más recientes o la propuesta más reciente. No apto para diagnóstico.</translation>
  </message>
  <message>
   <source>To</source>
   <translation>A</translation>
  </message>
  <message>
   <source>Under the patient's true name and numbers</source>
   <translation>Con el nombre y los números verdaderos del paciente</translation>
  </message>
  <message>
   <source>Without it, the results go under the pseudonym.</source>
   <translation>Sin ello, los resultados van con el seudónimo.</translation>
  </message>
 </context>
 <context>
  <name>SeriesCard</name>
  <message>
   <source>Certain</source>
   <translation>Segura</translation>
  </message>
  <message>
   <source>Contrast of {title}</source>
   <translation>Secuencia de {title}</translation>
  </message>
  <message>
   <source>DICOM tags of {title}</source>
   <translation>Etiquetas DICOM de {title}</translation>
  </message>
  <message>
   <source>Likely</source>
   <translation>Probable</translation>
  </message>
  <message>
   <source>None</source>
   <translation>Otra</translation>
  </message>
  <message>
   <source>Not used</source>
   <translation>No usada</translation>
  </message>
  <message>
   <source>Nothing in the file says what it is.</source>
   <translation>Nada en el archivo dice qué es.</translation>
  </message>
  <message>
   <source>Picture of {title}</source>
   <translation>Imagen de {title}</translation>
  </message>
  <message>
   <source>Please check</source>
   <translation>Compruébela</translation>
  </message>
  <message>
   <source>Series without a description</source>
   <translation>Serie sin descripción</translation>
  </message>
  <message>
   <source>The picture comes with the conversion</source>
   <translation>La imagen llega con la conversión</translation>
  </message>
  <message>
   <source>Your choice</source>
   <translation>Su elección</translation>
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
   <translation>Un cambio vale de inmediato, en este espacio de trabajo</translation>
  </message>
  <message>
   <source>Of letters, buttons and icons, on this computer in every workspace.</source>
   <translation>De letras, botones e iconos, en este equipo y en todos los espacios de trabajo.</translation>
  </message>
  <message>
   <source>Text size</source>
   <translation>Tamaño del texto</translation>
  </message>
  <message>
   <source>Workspace and backup</source>
   <translation>Espacio de trabajo y copia de seguridad</translation>
  </message>
 </context>
 <context>
  <name>ShareBar</name>
  <message>
   <source>{n} train</source>
   <translation>{n} entrenan</translation>
  </message>
  <message>
   <source>{n} validate</source>
   <translation>{n} validan</translation>
  </message>
  <message>
   <source>{n} without a side</source>
   <translation>{n} sin lado</translation>
  </message>
 </context>
 <context>
  <name>ShippedDialog</name>
  <message>
   <source>Add a shipped model</source>
   <translation>Añadir un modelo incluido</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Cerrar</translation>
  </message>
  <message>
   <source>Dice: ET {0}, TC {1}, WT {2}, mean {3}</source>
   <translation>Dice: ET {0}, TC {1}, WT {2}, media {3}</translation>
  </message>
  <message>
   <source>Every model that ships is here already.</source>
   <translation>Todos los modelos incluidos ya están aquí.</translation>
  </message>
  <message>
   <source>Take it in</source>
   <translation>Tomarlo</translation>
  </message>
  <message>
   <source>Take {name} in</source>
   <translation>Tomar {name}</translation>
  </message>
  <message>
   <source>They came with the program and nobody has to vouch for them. None proposes by itself: tick them under Segment, Several, fused, or choose “Let it propose”. What each scored stands here; read it first.</source>
   <translation>Vinieron con el programa y nadie tiene que responder por ellos. Ninguno propone por sí solo: márquelos en Segmentar, «Varios, fusionados», o elija «Que proponga». Aquí figura lo que puntuó cada uno; léalo antes.</translation>
  </message>
 </context>
 <context>
  <name>SideBySide</name>
  <message>
   <source>A candidate from a file</source>
   <translation>Un candidato de un archivo</translation>
  </message>
  <message>
   <source>Candidate taken, {title}</source>
   <translation>Candidato tomado, {title}</translation>
  </message>
  <message>
   <source>From a file, {n}</source>
   <translation>De un archivo, {n}</translation>
  </message>
  <message>
   <source>Fusing…</source>
   <translation>Fusionando…</translation>
  </message>
  <message>
   <source>Nothing changed: yours are the same, or the paint-over rules forbid it.</source>
   <translation>No cambió nada: las suyas son iguales o las reglas de repintado lo impiden.</translation>
  </message>
  <message>
   <source>{method} of {n}</source>
   <translation>{method} de {n}</translation>
  </message>
 </context>
 <context>
  <name>SignersDialog</name>
  <message>
   <source>Close</source>
   <translation>Cerrar</translation>
  </message>
  <message>
   <source>Models that they have signed are taken in without a question. Whoever is trusted no longer is asked about again; models that were taken in before stay, and can be retired.</source>
   <translation>Los modelos que han firmado se toman sin preguntar. Si se deja de confiar en alguien, se vuelve a preguntar; los modelos ya tomados se quedan y se pueden retirar.</translation>
  </message>
  <message>
   <source>No longer trust</source>
   <translation>Dejar de confiar</translation>
  </message>
  <message>
   <source>No longer trust {name}</source>
   <translation>Dejar de confiar en {name}</translation>
  </message>
  <message>
   <source>Nobody but this computer is trusted yet.</source>
   <translation>Aún no se confía en nadie más que en este equipo.</translation>
  </message>
  <message>
   <source>This computer has not signed anything yet.</source>
   <translation>Este equipo aún no ha firmado nada.</translation>
  </message>
  <message>
   <source>This computer signs as {own}. Give it to whoever takes in your models.</source>
   <translation>Este equipo firma como {own}. Dígaselo a quien tome sus modelos.</translation>
  </message>
  <message>
   <source>Trusted signers</source>
   <translation>Firmantes de confianza</translation>
  </message>
  <message>
   <source>Without a name</source>
   <translation>Sin nombre</translation>
  </message>
  <message>
   <source>since {day}</source>
   <translation>desde el {day}</translation>
  </message>
 </context>
 <context>
  <name>SizeChoice</name>
  <message>
   <source>It holds from the next start on.</source>
   <translation>Vale desde el próximo inicio.</translation>
  </message>
  <message>
   <source>This screen has room for {n} %: the window opens at that.</source>
   <translation>Esta pantalla tiene sitio para el {n} %: la ventana se abre con ese tamaño.</translation>
  </message>
 </context>
 <context>
  <name>SplitScreen</name>
  <message>
   <source>Add the new cases</source>
   <translation>Añadir los casos nuevos</translation>
  </message>
  <message>
   <source>Draw</source>
   <translation>Sortear</translation>
  </message>
  <message>
   <source>Draw the split</source>
   <translation>Sortear la división</translation>
  </message>
  <message>
   <source>Every approved case has its side.</source>
   <translation>Cada caso aprobado tiene su lado.</translation>
  </message>
  <message>
   <source>Frozen while {f} goes on: rounds are compared on the same cases.</source>
   <translation>Congelada mientras siga {f}: las rondas se comparan con los mismos casos.</translation>
  </message>
  <message>
   <source>Go to the review</source>
   <translation>Ir a la revisión</translation>
  </message>
  <message>
   <source>New cases get their side when it has ended, or this site has left it.</source>
   <translation>Los casos nuevos reciben su lado cuando haya terminado o este centro la haya dejado.</translation>
  </message>
  <message>
   <source>No approved case yet</source>
   <translation>Aún no hay casos aprobados</translation>
  </message>
  <message>
   <source>No case stands on this side yet. With more approved cases, some will.</source>
   <translation>Aún no hay casos en este lado. Con más casos aprobados los habrá.</translation>
  </message>
  <message>
   <source>Nothing here until the split is drawn.</source>
   <translation>Aquí no hay nada hasta que se sortee la división.</translation>
  </message>
  <message>
   <source>Read a split…</source>
   <translation>Leer una división…</translation>
  </message>
  <message>
   <source>Seed</source>
   <translation>Semilla</translation>
  </message>
  <message>
   <source>Share that trains</source>
   <translation>Proporción que entrena</translation>
  </message>
  <message>
   <source>Take the sides of FeTS's train.csv and val.csv</source>
   <translation>Toma los lados de train.csv y val.csv de FeTS</translation>
  </message>
  <message>
   <source>The folder with train.csv and val.csv</source>
   <translation>La carpeta con train.csv y val.csv</translation>
  </message>
  <message>
   <source>The split divides approved cases into those a model trains on and those it is scored on. Review and approve cases first.</source>
   <translation>La división reparte los casos aprobados entre aquellos con los que un modelo entrena y aquellos con los que se evalúa. Revise y apruebe casos primero.</translation>
  </message>
  <message>
   <source>Training</source>
   <translation>Entrenamiento</translation>
  </message>
  <message>
   <source>Validation</source>
   <translation>Validación</translation>
  </message>
  <message>
   <source>Write it…</source>
   <translation>Escribirla…</translation>
  </message>
  <message>
   <source>Write train.csv and val.csv</source>
   <translation>Escribir train.csv y val.csv</translation>
  </message>
  <message>
   <source>Write train.csv and val.csv, as FeTS has them</source>
   <translation>Escribe train.csv y val.csv, como los tiene FeTS</translation>
  </message>
  <message>
   <source>Written to {place}.</source>
   <translation>Escrito en {place}.</translation>
  </message>
  <message>
   <source>empty</source>
   <translation>vacío</translation>
  </message>
  <message>
   <source>not drawn yet</source>
   <translation>aún sin sortear</translation>
  </message>
  <message>
   <source>seed {s}, {f:.0%} train</source>
   <translation>semilla {s}, entrena el {f:.0%}</translation>
  </message>
  <message>
   <source>{t} train, {v} validate</source>
   <translation>{t} entrenan, {v} validan</translation>
  </message>
 </context>
 <context>
  <name>StandingsTable</name>
  <message>
   <source>Each one's share of the votes. Point at a number for sensitivity and specificity.</source>
   <translation>La parte de los votos de cada uno. Apunte a un número para ver sensibilidad y especificidad.</translation>
  </message>
  <message>
   <source>How much of it each one finds, as estimated. Point at a number for the specificity.</source>
   <translation>Cuánto encuentra cada uno, según se estima. Apunte a un número para ver la especificidad.</translation>
  </message>
  <message>
   <source>Sensitivity</source>
   <translation>Sensibilidad</translation>
  </message>
  <message>
   <source>Sensitivity {a:.3f}, specificity {b:.4f}</source>
   <translation>Sensibilidad {a:.3f}, especificidad {b:.4f}</translation>
  </message>
  <message>
   <source>Weight</source>
   <translation>Peso</translation>
  </message>
 </context>
 <context>
  <name>StateCard</name>
  <message>
   <source>All rounds are done. Rounds and ledger stay here.</source>
   <translation>Todas las rondas están hechas. Las rondas y el registro de envíos se quedan aquí.</translation>
  </message>
  <message>
   <source>Came to it</source>
   <translation>Llegó a él</translation>
  </message>
  <message>
   <source>Certificate</source>
   <translation>Certificado</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>Seguir</translation>
  </message>
  <message>
   <source>It does not go on at this moment</source>
   <translation>En este momento no avanza</translation>
  </message>
  <message>
   <source>It pauses once this round is sent.</source>
   <translation>Se detiene en cuanto se envíe esta ronda.</translation>
  </message>
  <message>
   <source>It tries again within {s:.0f} s; nothing is lost, and nobody needs to do anything.</source>
   <translation>Lo intenta de nuevo en {s:.0f} s; no se pierde nada y nadie tiene que hacer nada.</translation>
  </message>
  <message>
   <source>It works again from {t:%H:%M}; the hours are set under Settings.</source>
   <translation>Vuelve a trabajar desde las {t:%H:%M}; las horas se fijan en Ajustes.</translation>
  </message>
  <message>
   <source>Leave…</source>
   <translation>Dejar…</translation>
  </message>
  <message>
   <source>Left this site</source>
   <translation>Salió de este centro</translation>
  </message>
  <message>
   <source>Pause after this round</source>
   <translation>Parar tras esta ronda</translation>
  </message>
  <message>
   <source>Plan and certificate</source>
   <translation>Plan y certificado</translation>
  </message>
  <message>
   <source>Resume</source>
   <translation>Reanudar</translation>
  </message>
  <message>
   <source>Rounds done</source>
   <translation>Rondas hechas</translation>
  </message>
  <message>
   <source>The certificate runs out soon: ask for a new one under “Plan and certificate”.</source>
   <translation>El certificado caduca pronto: pida uno nuevo en «Plan y certificado».</translation>
  </message>
  <message>
   <source>The federation has ended</source>
   <translation>La federación ha terminado</translation>
  </message>
  <message>
   <source>The other sites go on; “Resume” takes part again from their next round.</source>
   <translation>Los demás centros siguen; «Reanudar» vuelve a participar desde su próxima ronda.</translation>
  </message>
  <message>
   <source>Updates leave</source>
   <translation>Las contribuciones salen</translation>
  </message>
  <message>
   <source>last look</source>
   <translation>última mirada</translation>
  </message>
  <message>
   <source>round {n} of {all}</source>
   <translation>ronda {n} de {all}</translation>
  </message>
  <message>
   <source>{n} of {all}</source>
   <translation>{n} de {all}</translation>
  </message>
  <message>
   <source>{n} of {all} rounds</source>
   <translation>{n} de {all} rondas</translation>
  </message>
  <message>
   <source>“Go on” takes it up where it was. Then it goes on while the program is open.</source>
   <translation>«Seguir» lo retoma donde estaba. Después continúa mientras el programa esté abierto.</translation>
  </message>
 </context>
 <context>
  <name>StepPanel</name>
  <message>
   <source>Back to the computed mask</source>
   <translation>Volver a la máscara calculada</translation>
  </message>
  <message>
   <source>Back to the computed one</source>
   <translation>Volver a la calculada</translation>
  </message>
  <message>
   <source>Choose a step of this case to see its picture and numbers.</source>
   <translation>Elija un paso de este caso para ver su imagen y sus números.</translation>
  </message>
  <message>
   <source>Edit the brain mask</source>
   <translation>Editar la máscara cerebral</translation>
  </message>
  <message>
   <source>Look at it large</source>
   <translation>Verlo grande</translation>
  </message>
  <message>
   <source>Place it by hand</source>
   <translation>Colocarla a mano</translation>
  </message>
  <message>
   <source>Prepare</source>
   <translation>Preparar</translation>
  </message>
  <message>
   <source>Prepare again</source>
   <translation>Preparar de nuevo</translation>
  </message>
  <message>
   <source>The images do not follow the last change by hand yet, for the preparation was stopped. Prepare again.</source>
   <translation>Las imágenes aún no siguen el último cambio manual, pues la preparación se detuvo. Prepare de nuevo.</translation>
  </message>
  <message>
   <source>The preparation failed before it came to this step.</source>
   <translation>La preparación falló antes de llegar a este paso.</translation>
  </message>
  <message>
   <source>This step could not be done.</source>
   <translation>Este paso no se pudo hacer.</translation>
  </message>
  <message>
   <source>This step has no picture.</source>
   <translation>Este paso no tiene imagen.</translation>
  </message>
  <message>
   <source>This step has not been done yet.</source>
   <translation>Este paso aún no se ha hecho.</translation>
  </message>
  <message>
   <source>This step is being worked on; its picture appears when it is done.</source>
   <translation>Se está trabajando en este paso; su imagen aparece cuando termina.</translation>
  </message>
  <message>
   <source>This step waits for its turn.</source>
   <translation>Este paso espera su turno.</translation>
  </message>
  <message>
   <source>What the step found</source>
   <translation>Lo que encontró el paso</translation>
  </message>
  <message>
   <source>as in the FeTS folder it came in</source>
   <translation>como en la carpeta FeTS en la que vino</translation>
  </message>
  <message>
   <source>fine: {limits}</source>
   <translation>bien: {limits}</translation>
  </message>
  <message>
   <source>made by hand by {who}, {when}</source>
   <translation>hecho a mano por {who}, {when}</translation>
  </message>
  <message>
   <source>{case}, took {time}</source>
   <translation>{case}, tardó {time}</translation>
  </message>
 </context>
 <context>
  <name>StepTable</name>
  <message>
   <source>Case</source>
   <translation>Caso</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Estado</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Tiempo</translation>
  </message>
  <message>
   <source>made by hand</source>
   <translation>hecho a mano</translation>
  </message>
 </context>
 <context>
  <name>SurgeryCard</name>
  <message>
   <source>When the scans were taken</source>
   <translation>Cuándo se hicieron los exámenes</translation>
  </message>
  <message>
   <source>When were the scans taken?</source>
   <translation>¿Cuándo se hicieron los exámenes?</translation>
  </message>
 </context>
 <context>
  <name>TagDialog</name>
  <message>
   <source>As the files hold them: they may name the patient. Nothing of this is stored.</source>
   <translation>Tal como están en los archivos: pueden nombrar al paciente. No se guarda nada de esto.</translation>
  </message>
  <message>
   <source>As this workspace keeps them: de-identified, dates moved, UIDs replaced.</source>
   <translation>Tal como las guarda este espacio de trabajo: desidentificadas, con fechas desplazadas y UID reemplazados.</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Cerrar</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Copiar</translation>
  </message>
  <message>
   <source>DICOM tags</source>
   <translation>Etiquetas DICOM</translation>
  </message>
  <message>
   <source>Only what differs between slices</source>
   <translation>Solo lo que difiere entre cortes</translation>
  </message>
  <message>
   <source>Open a DICOM file</source>
   <translation>Abrir un archivo DICOM</translation>
  </message>
  <message>
   <source>Open a DICOM file…</source>
   <translation>Abrir un archivo DICOM…</translation>
  </message>
  <message>
   <source>Reading the headers…</source>
   <translation>Leyendo las cabeceras…</translation>
  </message>
  <message>
   <source>Search a number, name or value</source>
   <translation>Buscar un número, nombre o valor</translation>
  </message>
  <message>
   <source>Search tags</source>
   <translation>Buscar etiquetas</translation>
  </message>
  <message>
   <source>Slice</source>
   <translation>Corte</translation>
  </message>
  <message>
   <source>Slice {n} of {all}</source>
   <translation>Corte {n} de {all}</translation>
  </message>
  <message>
   <source>Tags</source>
   <translation>Etiquetas</translation>
  </message>
  <message>
   <source>The headers could not be read.</source>
   <translation>No se pudieron leer las cabeceras.</translation>
  </message>
 </context>
 <context>
  <name>TagModel</name>
  <message>
   <source>Name</source>
   <translation>Nombre</translation>
  </message>
  <message>
   <source>Tag</source>
   <translation>Etiqueta</translation>
  </message>
  <message>
   <source>VR</source>
   <translation>VR</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>Valor</translation>
  </message>
 </context>
 <context>
  <name>TakeInDialog</name>
  <message>
   <source>Cancel</source>
   <translation>Cancelar</translation>
  </message>
  <message>
   <source>Passphrase</source>
   <translation>Frase de contraseña</translation>
  </message>
  <message>
   <source>Take in</source>
   <translation>Tomar</translation>
  </message>
  <message>
   <source>Take in a package</source>
   <translation>Tomar un paquete</translation>
  </message>
  <message>
   <source>This is not the passphrase. Capitals, hyphens and blanks count.</source>
   <translation>Esta no es la frase de contraseña. Cuentan mayúsculas, guiones y espacios.</translation>
  </message>
  <message>
   <source>Whoever wrote the package has told you its passphrase. All of it is looked through before anything is taken in.</source>
   <translation>Quien escribió el paquete le dijo su frase de contraseña. Se examina entero antes de tomar nada.</translation>
  </message>
 </context>
 <context>
  <name>TimePointsDialog</name>
  <message>
   <source>All of them lie in atlas space: what is at one place here is at the same place there. Nothing is painted.</source>
   <translation>Todos están en el espacio del atlas: lo que aquí está en un lugar, allí está en el mismo. No se pinta nada.</translation>
  </message>
  <message>
   <source>Axial</source>
   <translation>Axial</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Cerrar</translation>
  </message>
  <message>
   <source>Contrast</source>
   <translation>Secuencia</translation>
  </message>
  <message>
   <source>Coronal</source>
   <translation>Coronal</translation>
  </message>
  <message>
   <source>Fit the pictures</source>
   <translation>Ajustar las imágenes</translation>
  </message>
  <message>
   <source>Plane</source>
   <translation>Plano</translation>
  </message>
  <message>
   <source>Reading…</source>
   <translation>Leyendo…</translation>
  </message>
  <message>
   <source>Sagittal</source>
   <translation>Sagital</translation>
  </message>
  <message>
   <source>Time points</source>
   <translation>Momentos</translation>
  </message>
  <message>
   <source>Volumes alone are no finding: changes are told as numbers, never as a response.</source>
   <translation>Los volúmenes por sí solos no son un hallazgo: los cambios se dan como números, nunca como respuesta.</translation>
  </message>
  <message>
   <source>Volumes over time</source>
   <translation>Volúmenes en el tiempo</translation>
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
   <translation>Aceptar</translation>
  </message>
  <message>
   <source>All labels</source>
   <translation>Todas las etiquetas</translation>
  </message>
  <message>
   <source>All slices</source>
   <translation>Todos los cortes</translation>
  </message>
  <message>
   <source>Axial</source>
   <translation>Axial</translation>
  </message>
  <message>
   <source>Between</source>
   <translation>Entre medias</translation>
  </message>
  <message>
   <source>Brightness</source>
   <translation>Brillo</translation>
  </message>
  <message>
   <source>By distance</source>
   <translation>Por distancia</translation>
  </message>
  <message>
   <source>By shape</source>
   <translation>Por forma</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>Elegir…</translation>
  </message>
  <message>
   <source>Click keeps only it</source>
   <translation>El clic deja solo esa</translation>
  </message>
  <message>
   <source>Click removes it</source>
   <translation>El clic la quita</translation>
  </message>
  <message>
   <source>Close the outline</source>
   <translation>Cerrar el contorno</translation>
  </message>
  <message>
   <source>Copy from the slice after</source>
   <translation>Copiar del corte siguiente</translation>
  </message>
  <message>
   <source>Copy from the slice before</source>
   <translation>Copiar del corte anterior</translation>
  </message>
  <message>
   <source>Coronal</source>
   <translation>Coronal</translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>Descartar</translation>
  </message>
  <message>
   <source>Fill by</source>
   <translation>Rellenar por</translation>
  </message>
  <message>
   <source>Fill holes</source>
   <translation>Rellenar huecos</translation>
  </message>
  <message>
   <source>Grow</source>
   <translation>Crecer</translation>
  </message>
  <message>
   <source>Grow at most</source>
   <translation>Crecer como mucho</translation>
  </message>
  <message>
   <source>Interpolate</source>
   <translation>Interpolar</translation>
  </message>
  <message>
   <source>Islands</source>
   <translation>Islas</translation>
  </message>
  <message>
   <source>Keep the largest</source>
   <translation>Conservar la mayor</translation>
  </message>
  <message>
   <source>Keep volume</source>
   <translation>Mantener el volumen</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>Etiqueta</translation>
  </message>
  <message>
   <source>Longest gap</source>
   <translation>Hueco más largo</translation>
  </message>
  <message>
   <source>Majority</source>
   <translation>Mayoría</translation>
  </message>
  <message>
   <source>One label</source>
   <translation>Una etiqueta</translation>
  </message>
  <message>
   <source>Paint</source>
   <translation>Pintar</translation>
  </message>
  <message>
   <source>Plane</source>
   <translation>Plano</translation>
  </message>
  <message>
   <source>Polygon</source>
   <translation>Polígono</translation>
  </message>
  <message>
   <source>Progress</source>
   <translation>Progreso</translation>
  </message>
  <message>
   <source>Remove small islands</source>
   <translation>Quitar islas pequeñas</translation>
  </message>
  <message>
   <source>Sagittal</source>
   <translation>Sagital</translation>
  </message>
  <message>
   <source>Small is below</source>
   <translation>Pequeño es menos de</translation>
  </message>
  <message>
   <source>Smooth</source>
   <translation>Suavizar</translation>
  </message>
  <message>
   <source>Smoothing</source>
   <translation>Suavizado</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Parar</translation>
  </message>
  <message>
   <source>Strength</source>
   <translation>Intensidad</translation>
  </message>
  <message>
   <source>Swap</source>
   <translation>Intercambiar</translation>
  </message>
  <message>
   <source>Swap with</source>
   <translation>Intercambiar con</translation>
  </message>
  <message>
   <source>Take away</source>
   <translation>Quitar</translation>
  </message>
  <message>
   <source>Take from</source>
   <translation>Tomar de</translation>
  </message>
  <message>
   <source>This slice</source>
   <translation>Este corte</translation>
  </message>
  <message>
   <source>Tolerance</source>
   <translation>Tolerancia</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Qué</translation>
  </message>
  <message>
   <source>Where</source>
   <translation>Dónde</translation>
  </message>
  <message>
   <source>Working…</source>
   <translation>Trabajando…</translation>
  </message>
  <message>
   <source>slices</source>
   <translation>cortes</translation>
  </message>
 </context>
 <context>
  <name>ToolStrip</name>
  <message>
   <source>Drawing tools</source>
   <translation>Herramientas de dibujo</translation>
  </message>
 </context>
 <context>
  <name>Tooling</name>
  <message>
   <source>Choose at the right which version the region is taken from.</source>
   <translation>Elija a la derecha de qué versión se toma la región.</translation>
  </message>
  <message>
   <source>Fill</source>
   <translation>Rellenar</translation>
  </message>
  <message>
   <source>Nothing was filled: the outline around it is open.</source>
   <translation>No se rellenó nada: el contorno que lo rodea está abierto.</translation>
  </message>
  <message>
   <source>Polygon</source>
   <translation>Polígono</translation>
  </message>
  <message>
   <source>Polygon erased</source>
   <translation>Polígono borrado</translation>
  </message>
  <message>
   <source>Region taken</source>
   <translation>Región tomada</translation>
  </message>
  <message>
   <source>Slice copied</source>
   <translation>Corte copiado</translation>
  </message>
  <message>
   <source>Swap</source>
   <translation>Intercambiar</translation>
  </message>
  <message>
   <source>The outline runs around nothing that may be changed.</source>
   <translation>El contorno no rodea nada que se pueda cambiar.</translation>
  </message>
  <message>
   <source>The slice beside it has nothing that this one has not.</source>
   <translation>El corte de al lado no tiene nada que este no tenga.</translation>
  </message>
  <message>
   <source>There is nothing to fill.</source>
   <translation>No hay nada que rellenar.</translation>
  </message>
  <message>
   <source>There is nothing to swap: choose two labels, of which one at least is drawn.</source>
   <translation>No hay nada que intercambiar: elija dos etiquetas, al menos una de ellas dibujada.</translation>
  </message>
  <message>
   <source>There is nothing to take: that version is empty there, or yours is the same.</source>
   <translation>No hay nada que tomar: esa versión está vacía ahí o la suya es igual.</translation>
  </message>
 </context>
 <context>
  <name>Tour</name>
  <message>
   <source>Choose {place} at the left, or press {key}.</source>
   <translation>Elija {place} a la izquierda, o pulse {key}.</translation>
  </message>
  <message>
   <source>Finish</source>
   <translation>Terminar</translation>
  </message>
  <message>
   <source>In a few minutes from a patient who never lived to your first approved case. The tour goes along with what you do; you can leave it whenever you like, and take it again from the Help.</source>
   <translation>En unos minutos, de un paciente que nunca existió a su primer caso aprobado. La visita acompaña lo que usted hace; puede salir cuando quiera y volver a hacerla desde la Ayuda.</translation>
  </message>
  <message>
   <source>New here?</source>
   <translation>¿Es nuevo aquí?</translation>
  </message>
  <message>
   <source>Not now</source>
   <translation>Ahora no</translation>
  </message>
  <message>
   <source>Skip</source>
   <translation>Omitir</translation>
  </message>
  <message>
   <source>Take the tour</source>
   <translation>Hacer la visita guiada</translation>
  </message>
  <message>
   <source>The board under Cases shows it with its volumes; Export… takes it along. Your own patients come in under Import. F1 explains the place you are at, and the Help offers this tour again.</source>
   <translation>La lista de Casos lo muestra con sus volúmenes; Exportar… se lo lleva. Sus propios pacientes entran por Importar. F1 explica el lugar en el que está, y la Ayuda vuelve a ofrecer esta visita.</translation>
  </message>
  <message>
   <source>To the tour's note and back</source>
   <translation>A la nota de la visita y de vuelta</translation>
  </message>
  <message>
   <source>Your first approved case</source>
   <translation>Su primer caso aprobado</translation>
  </message>
  <message>
   <source>{n} of {all}</source>
   <translation>{n} de {all}</translation>
  </message>
 </context>
 <context>
  <name>TrainingCard</name>
  <message>
   <source>Begins with new weights on the approved cases of the training side: no model of this kind proposes now, and from so few cases it needs many epochs.</source>
   <translation>Empieza con pesos nuevos y los casos aprobados del lado de entrenamiento: ahora no propone ningún modelo de este tipo y, con tan pocos casos, necesita muchas épocas.</translation>
  </message>
  <message>
   <source>Dice on the validation cases</source>
   <translation>Dice en los casos de validación</translation>
  </message>
  <message>
   <source>Draw the split</source>
   <translation>Sortear la división</translation>
  </message>
  <message>
   <source>Epochs</source>
   <translation>Épocas</translation>
  </message>
  <message>
   <source>Epochs without a better Dice after which it stops</source>
   <translation>Épocas sin mejor Dice tras las que se detiene</translation>
  </message>
  <message>
   <source>Goes on from the current model with the approved cases of the training side.</source>
   <translation>Parte del modelo actual con los casos aprobados del lado de entrenamiento.</translation>
  </message>
  <message>
   <source>It gets no score: no case stands on the validation side yet.</source>
   <translation>No recibe puntuación: aún no hay ningún caso en el lado de validación.</translation>
  </message>
  <message>
   <source>Kind of network</source>
   <translation>Tipo de red</translation>
  </message>
  <message>
   <source>Loss</source>
   <translation>Pérdida</translation>
  </message>
  <message>
   <source>Network</source>
   <translation>Red</translation>
  </message>
  <message>
   <source>Nothing leaves this computer; the result becomes a new model in the list.</source>
   <translation>Nada sale de este equipo; el resultado pasa a ser un modelo nuevo de la lista.</translation>
  </message>
  <message>
   <source>Stop when it no longer gets better</source>
   <translation>Parar cuando ya no mejore</translation>
  </message>
  <message>
   <source>Train</source>
   <translation>Entrenar</translation>
  </message>
  <message>
   <source>Train on this computer</source>
   <translation>Entrenar en este equipo</translation>
  </message>
  <message>
   <source>Training loss</source>
   <translation>Pérdida de entrenamiento</translation>
  </message>
  <message>
   <source>Training needs approved cases with a side in the split. Approve cases, then draw the split.</source>
   <translation>Para entrenar hacen falta casos aprobados con un lado en la división. Apruebe casos y luego sortee la división.</translation>
  </message>
  <message>
   <source>after</source>
   <translation>tras</translation>
  </message>
  <message>
   <source>epochs without a better Dice</source>
   <translation>épocas sin mejor Dice</translation>
  </message>
  <message>
   <source>higher is better</source>
   <translation>más alto es mejor</translation>
  </message>
  <message>
   <source>lower is better</source>
   <translation>más bajo es mejor</translation>
  </message>
 </context>
 <context>
  <name>TrustDialog</name>
  <message>
   <source>Do not take it in</source>
   <translation>No tomarlo</translation>
  </message>
  <message>
   <source>Do you know who made this model?</source>
   <translation>¿Sabe quién hizo este modelo?</translation>
  </message>
  <message>
   <source>Fingerprint</source>
   <translation>Huella</translation>
  </message>
  <message>
   <source>Help</source>
   <translation>Ayuda</translation>
  </message>
  <message>
   <source>I accept the licence: take it in</source>
   <translation>Acepto la licencia: tomarla</translation>
  </message>
  <message>
   <source>It is the same: trust it</source>
   <translation>Es la misma: confiar</translation>
  </message>
  <message>
   <source>Licence</source>
   <translation>Licencia</translation>
  </message>
  <message>
   <source>SHA-256 over its files</source>
   <translation>SHA-256 de sus archivos</translation>
  </message>
  <message>
   <source>Take in a network of another make?</source>
   <translation>¿Tomar una red de otra procedencia?</translation>
  </message>
  <message>
   <source>{file} is of another make: {title}. Its weights alone are read; no code is run. Nobody signs such files: compare the SHA-256 with whoever gave it to you, and read its licence: it binds you.</source>
   <translation>{file} es de otra procedencia: {title}. Solo se leen sus pesos; no se ejecuta ningún código. Nadie firma estos archivos: compare el SHA-256 con quien se lo dio y lea su licencia: le obliga.</translation>
  </message>
  <message>
   <source>{file} is whole and signed, but its signer is not known on this computer. Ask whoever made it for their fingerprint, on the telephone or in person. If it is this one, their models are taken in from now on:</source>
   <translation>{file} está completo y firmado, pero su firmante no se conoce en este equipo. Pregunte su huella a quien lo hizo, por teléfono o en persona. Si es esta, sus modelos se toman en adelante:</translation>
  </message>
  <message>
   <source>{file} is whole, but nobody has signed it. Ask whoever made it for the file's SHA-256, on the telephone or in person. If it is this one, this file alone is taken in:</source>
   <translation>{file} está completo, pero nadie lo ha firmado. Pregunte el SHA-256 del archivo a quien lo hizo, por teléfono o en persona. Si es este, se toma solo este archivo:</translation>
  </message>
 </context>
 <context>
  <name>UndecidedCard</name>
  <message>
   <source>Axial slices where the model is most undecided, numbered as in Review. Choose one to see it there. What a model never saw it may get wrong and be sure of.</source>
   <translation>Cortes axiales donde el modelo está más indeciso, numerados como en Revisar. Elija uno para verlo allí. Lo que un modelo nunca vio puede hacerlo mal y estar seguro.</translation>
  </message>
  <message>
   <source>It was sure everywhere. What a model never saw it may get wrong and be sure of.</source>
   <translation>Estaba seguro en todas partes. Lo que un modelo nunca vio puede hacerlo mal y estar seguro.</translation>
  </message>
  <message>
   <source>Look here first</source>
   <translation>Mire aquí primero</translation>
  </message>
  <message>
   <source>Slice {n}: undecided about {region}, as much as {area:.0f} mm² of half against half</source>
   <translation>Corte {n}: indeciso sobre {region}, tanto como {area:.0f} mm² mitad contra mitad</translation>
  </message>
  <message>
   <source>up to {area:.0f} mm²</source>
   <translation>hasta {area:.0f} mm²</translation>
  </message>
  <message>
   <source>{model}, version {n}</source>
   <translation>{model}, versión {n}</translation>
  </message>
 </context>
 <context>
  <name>Verdict</name>
  <message>
   <source>95 % interval {low} to {high}</source>
   <translation>Intervalo del 95 % de {low} a {high}</translation>
  </message>
  <message>
   <source>A point is a case, the bar the median.</source>
   <translation>Un punto es un caso; la barra, la mediana.</translation>
  </message>
  <message>
   <source>Approve case</source>
   <translation>Aprobar el caso</translation>
  </message>
  <message>
   <source>Case by case</source>
   <translation>Caso por caso</translation>
  </message>
  <message>
   <source>Dice by region</source>
   <translation>Dice por región</translation>
  </message>
  <message>
   <source>Dice of every case by region</source>
   <translation>Dice de cada caso por región</translation>
  </message>
  <message>
   <source>Dice of two models case by case</source>
   <translation>Dice de dos modelos caso por caso</translation>
  </message>
  <message>
   <source>Filled: {first}. Outlined: {second}. The bar is the median.</source>
   <translation>Relleno: {first}. Contorno: {second}. La barra es la mediana.</translation>
  </message>
  <message>
   <source>Flag</source>
   <translation>Señalar</translation>
  </message>
  <message>
   <source>Flag a problem of {case}</source>
   <translation>Señalar un problema de {case}</translation>
  </message>
  <message>
   <source>For example: Dr. Weber</source>
   <translation>Por ejemplo: Dra. García</translation>
  </message>
  <message>
   <source>Mean Dice</source>
   <translation>Dice medio</translation>
  </message>
  <message>
   <source>Mean Dice of all three {mean:.3f}, 95 % interval {low:.3f} to {high:.3f}</source>
   <translation>Dice medio de los tres {mean:.3f}, intervalo del 95 % de {low:.3f} a {high:.3f}</translation>
  </message>
  <message>
   <source>Means</source>
   <translation>Medias</translation>
  </message>
  <message>
   <source>Means of {model}</source>
   <translation>Medias de {model}</translation>
  </message>
  <message>
   <source>The fusion and its members</source>
   <translation>La fusión y sus miembros</translation>
  </message>
  <message>
   <source>What is the problem?</source>
   <translation>¿Cuál es el problema?</translation>
  </message>
  <message>
   <source>Who approves?</source>
   <translation>¿Quién aprueba?</translation>
  </message>
  <message>
   <source>Why, for example: this tumour has no necrosis</source>
   <translation>Por qué, por ejemplo: este tumor no tiene necrosis</translation>
  </message>
  <message>
   <source>Your name stands under every case you approve. It is asked for once; Settings can change it.</source>
   <translation>Su nombre figura en cada caso que aprueba. Se pide una vez; se puede cambiar en Ajustes.</translation>
  </message>
  <message>
   <source>Your words stay with the case. Do not write a patient's name.</source>
   <translation>Sus palabras quedan con el caso. No escriba el nombre de ningún paciente.</translation>
  </message>
  <message>
   <source>all three</source>
   <translation>los tres</translation>
  </message>
  <message>
   <source>{remarks}
Your reason stays with the version.</source>
   <translation>{remarks}
Su motivo queda con la versión.</translation>
  </message>
 </context>
 <context>
  <name>VersionRows</name>
  <message>
   <source>Approved because: {why}</source>
   <translation>Aprobada porque: {why}</translation>
  </message>
  <message>
   <source>Approved by</source>
   <translation>Aprobada por</translation>
  </message>
  <message>
   <source>By</source>
   <translation>De</translation>
  </message>
  <message>
   <source>ET cm³</source>
   <translation>ET cm³</translation>
  </message>
  <message>
   <source>Edits</source>
   <translation>Cambios</translation>
  </message>
  <message>
   <source>From</source>
   <translation>A partir de</translation>
  </message>
  <message>
   <source>Minutes</source>
   <translation>Minutos</translation>
  </message>
  <message>
   <source>No.</source>
   <translation>N.º</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Nota</translation>
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
   <translation>Cuándo</translation>
  </message>
 </context>
 <context>
  <name>VersionsDialog</name>
  <message>
   <source>Adjudicate the two</source>
   <translation>Adjudicar las dos</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>Cambio</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Cerrar</translation>
  </message>
  <message>
   <source>Comparing…</source>
   <translation>Comparando…</translation>
  </message>
  <message>
   <source>None of them ever changes. Choose two to compare them; the older one is the reference.</source>
   <translation>Ninguna cambia nunca. Elija dos para compararlas; la más antigua es la referencia.</translation>
  </message>
  <message>
   <source>Restore it</source>
   <translation>Restaurarla</translation>
  </message>
  <message>
   <source>Second reading…</source>
   <translation>Segunda lectura…</translation>
  </message>
  <message>
   <source>Show its outlines</source>
   <translation>Mostrar sus contornos</translation>
  </message>
  <message>
   <source>They are alike, voxel by voxel.</source>
   <translation>Son iguales, vóxel a vóxel.</translation>
  </message>
  <message>
   <source>Versions</source>
   <translation>Versiones</translation>
  </message>
  <message>
   <source>Versions of {case}</source>
   <translation>Versiones de {case}</translation>
  </message>
  <message>
   <source>cm³ in {n}</source>
   <translation>cm³ en {n}</translation>
  </message>
  <message>
   <source>{places} The largest has {volume}.</source>
   <translation>{places} El mayor tiene {volume}.</translation>
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
   <translation>Las flechas lo giran.</translation>
  </message>
  <message>
   <source>Label surfaces in 3D</source>
   <translation>Superficies de las etiquetas en 3D</translation>
  </message>
  <message>
   <source>This computer cannot draw in 3D.
The planes are not affected.</source>
   <translation>Este equipo no puede dibujar en 3D.
Los planos no se ven afectados.</translation>
  </message>
 </context>
 <context>
  <name>Viewer</name>
  <message>
   <source>Viewer</source>
   <translation>Visor</translation>
  </message>
 </context>
 <context>
  <name>WorkspacePanel</name>
  <message>
   <source>All that this site has lies in this folder. Another one is opened in its place, and from then on when the program starts.</source>
   <translation>Todo lo que tiene este centro está en esta carpeta. Otro se abre en su lugar y, desde entonces, al iniciar el programa.</translation>
  </message>
  <message>
   <source>Open another workspace…</source>
   <translation>Abrir otro espacio de trabajo…</translation>
  </message>
 </context>
 <context>
  <name>keymaps</name>
  <message>
   <source>Abandon the stroke, outline or proposal in hand</source>
   <translation>Abandonar el trazo, contorno o propuesta en curso</translation>
  </message>
  <message>
   <source>Adaptive brush</source>
   <translation>Pincel adaptativo</translation>
  </message>
  <message>
   <source>An oblique slice instead of 3D</source>
   <translation>Un corte oblicuo en vez de 3D</translation>
  </message>
  <message>
   <source>Approve the case</source>
   <translation>Aprobar el caso</translation>
  </message>
  <message>
   <source>Automatic contrast</source>
   <translation>Contraste automático</translation>
  </message>
  <message>
   <source>Brush</source>
   <translation>Pincel</translation>
  </message>
  <message>
   <source>Brush in 2D or 3D</source>
   <translation>Pincel en 2D o 3D</translation>
  </message>
  <message>
   <source>Centre on the cursor</source>
   <translation>Centrar en el cursor</translation>
  </message>
  <message>
   <source>Copy a slice</source>
   <translation>Copiar un corte</translation>
  </message>
  <message>
   <source>Crosshair</source>
   <translation>Cruz</translation>
  </message>
  <message>
   <source>Ctrl + wheel</source>
   <translation>Ctrl + rueda</translation>
  </message>
  <message>
   <source>Double click</source>
   <translation>Doble clic</translation>
  </message>
  <message>
   <source>Eraser</source>
   <translation>Borrador</translation>
  </message>
  <message>
   <source>Fill</source>
   <translation>Rellenar</translation>
  </message>
  <message>
   <source>Fill holes</source>
   <translation>Rellenar huecos</translation>
  </message>
  <message>
   <source>Fit the pane</source>
   <translation>Ajustar el panel</translation>
  </message>
  <message>
   <source>Flag a problem</source>
   <translation>Señalar un problema</translation>
  </message>
  <message>
   <source>Four contrasts of one plane</source>
   <translation>Cuatro secuencias de un plano</translation>
  </message>
  <message>
   <source>Grow from seeds</source>
   <translation>Crecer desde semillas</translation>
  </message>
  <message>
   <source>Interpolate between slices</source>
   <translation>Interpolar entre cortes</translation>
  </message>
  <message>
   <source>Islands</source>
   <translation>Islas</translation>
  </message>
  <message>
   <source>Labels fainter</source>
   <translation>Etiquetas más tenues</translation>
  </message>
  <message>
   <source>Labels stronger</source>
   <translation>Etiquetas más intensas</translation>
  </message>
  <message>
   <source>Larger brush</source>
   <translation>Pincel más grande</translation>
  </message>
  <message>
   <source>Left drag</source>
   <translation>Arrastrar con el izquierdo</translation>
  </message>
  <message>
   <source>Let the tool act, or accept what it proposes</source>
   <translation>Usar la herramienta o aceptar lo que propone</translation>
  </message>
  <message>
   <source>Middle drag</source>
   <translation>Arrastrar con el central</translation>
  </message>
  <message>
   <source>Next case</source>
   <translation>Caso siguiente</translation>
  </message>
  <message>
   <source>Next contrast</source>
   <translation>Secuencia siguiente</translation>
  </message>
  <message>
   <source>Next label</source>
   <translation>Etiqueta siguiente</translation>
  </message>
  <message>
   <source>Next most contested slice</source>
   <translation>Siguiente corte más dudoso</translation>
  </message>
  <message>
   <source>Next slice</source>
   <translation>Corte siguiente</translation>
  </message>
  <message>
   <source>One pane large, or all</source>
   <translation>Un panel grande o todos</translation>
  </message>
  <message>
   <source>Outlines</source>
   <translation>Contornos</translation>
  </message>
  <message>
   <source>Polygon and lasso</source>
   <translation>Polígono y lazo</translation>
  </message>
  <message>
   <source>Previous case</source>
   <translation>Caso anterior</translation>
  </message>
  <message>
   <source>Previous contrast</source>
   <translation>Secuencia anterior</translation>
  </message>
  <message>
   <source>Previous label</source>
   <translation>Etiqueta anterior</translation>
  </message>
  <message>
   <source>Previous slice</source>
   <translation>Corte anterior</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>Rehacer</translation>
  </message>
  <message>
   <source>Right click, with an outline</source>
   <translation>Clic derecho, con un contorno</translation>
  </message>
  <message>
   <source>Right drag</source>
   <translation>Arrastrar con el derecho</translation>
  </message>
  <message>
   <source>Ruler</source>
   <translation>Regla</translation>
  </message>
  <message>
   <source>Save a picture</source>
   <translation>Guardar una imagen</translation>
  </message>
  <message>
   <source>Shift + move</source>
   <translation>Mayús + mover</translation>
  </message>
  <message>
   <source>Shift + wheel</source>
   <translation>Mayús + rueda</translation>
  </message>
  <message>
   <source>Show or hide the candidates</source>
   <translation>Mostrar u ocultar los candidatos</translation>
  </message>
  <message>
   <source>Show or hide the crosshair</source>
   <translation>Mostrar u ocultar la cruz</translation>
  </message>
  <message>
   <source>Show or hide the labels</source>
   <translation>Mostrar u ocultar las etiquetas</translation>
  </message>
  <message>
   <source>Smaller brush</source>
   <translation>Pincel más pequeño</translation>
  </message>
  <message>
   <source>Smooth</source>
   <translation>Suavizar</translation>
  </message>
  <message>
   <source>Swap labels</source>
   <translation>Intercambiar etiquetas</translation>
  </message>
  <message>
   <source>T1Gd minus T1</source>
   <translation>T1Gd menos T1</translation>
  </message>
  <message>
   <source>Take a region from another version</source>
   <translation>Tomar una región de otra versión</translation>
  </message>
  <message>
   <source>Take the last corner or measure away</source>
   <translation>Quitar la última esquina o medida</translation>
  </message>
  <message>
   <source>The labels on the scans as they were taken</source>
   <translation>Las etiquetas sobre las series adquiridas</translation>
  </message>
  <message>
   <source>The tool before</source>
   <translation>La herramienta anterior</translation>
  </message>
  <message>
   <source>These keys</source>
   <translation>Estas teclas</translation>
  </message>
  <message>
   <source>Threshold brush</source>
   <translation>Pincel de umbral</translation>
  </message>
  <message>
   <source>Time points of the patient</source>
   <translation>Momentos del paciente</translation>
  </message>
  <message>
   <source>To the history of edits</source>
   <translation>Al historial de cambios</translation>
  </message>
  <message>
   <source>To the options of the tool, and back</source>
   <translation>A las opciones de la herramienta y de vuelta</translation>
  </message>
  <message>
   <source>Two diameters</source>
   <translation>Dos diámetros</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Deshacer</translation>
  </message>
  <message>
   <source>Versions of the case</source>
   <translation>Versiones del caso</translation>
  </message>
  <message>
   <source>Volume or surfaces in 3D</source>
   <translation>Volumen o superficies en 3D</translation>
  </message>
  <message>
   <source>Wheel</source>
   <translation>Rueda</translation>
  </message>
  <message>
   <source>Whole head, or the brain alone</source>
   <translation>Cabeza completa o solo el cerebro</translation>
  </message>
  <message>
   <source>Window and level</source>
   <translation>Ventana y nivel</translation>
  </message>
  <message>
   <source>Zoom and pan</source>
   <translation>Ampliar y desplazar</translation>
  </message>
  <message>
   <source>brush size</source>
   <translation>tamaño del pincel</translation>
  </message>
  <message>
   <source>closes it</source>
   <translation>lo cierra</translation>
  </message>
  <message>
   <source>crosshair</source>
   <translation>cruz</translation>
  </message>
  <message>
   <source>one pane large, or all</source>
   <translation>un panel grande o todos</translation>
  </message>
  <message>
   <source>pan</source>
   <translation>desplazar</translation>
  </message>
  <message>
   <source>slice</source>
   <translation>corte</translation>
  </message>
  <message>
   <source>the tool</source>
   <translation>la herramienta</translation>
  </message>
  <message>
   <source>window and level</source>
   <translation>ventana y nivel</translation>
  </message>
  <message>
   <source>zoom</source>
   <translation>ampliación</translation>
  </message>
  <message>
   <source>zoom about the cursor</source>
   <translation>ampliar en torno al cursor</translation>
  </message>
 </context>
 <context>
  <name>places</name>
  <message>
   <source>Cases</source>
   <translation>Casos</translation>
  </message>
  <message>
   <source>Federation</source>
   <translation>Federación</translation>
  </message>
  <message>
   <source>Help</source>
   <translation>Ayuda</translation>
  </message>
  <message>
   <source>Import</source>
   <translation>Importar</translation>
  </message>
  <message>
   <source>Import patients</source>
   <translation>Importar pacientes</translation>
  </message>
  <message>
   <source>Models</source>
   <translation>Modelos</translation>
  </message>
  <message>
   <source>Prepare</source>
   <translation>Preparar</translation>
  </message>
  <message>
   <source>Review</source>
   <translation>Revisar</translation>
  </message>
  <message>
   <source>Review annotations</source>
   <translation>Revisar anotaciones</translation>
  </message>
  <message>
   <source>Segment</source>
   <translation>Segmentar</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>Ajustes</translation>
  </message>
  <message>
   <source>Split</source>
   <translation>División</translation>
  </message>
 </context>
 <context>
  <name>sentences</name>
  <message>
   <source>3-D rather than 2-D</source>
   <translation>3D en lugar de 2D</translation>
  </message>
  <message>
   <source>A case of that name is here, and it did not come in a package.</source>
   <translation>Hay aquí un caso con ese nombre y no llegó en un paquete.</translation>
  </message>
  <message>
   <source>A federation is simulated with three sites or more: one is held out.</source>
   <translation>Una federación se simula con tres centros o más: uno se deja fuera.</translation>
  </message>
  <message>
   <source>A file in it is not the one it names.</source>
   <translation>Un archivo que contiene no es el que nombra.</translation>
  </message>
  <message>
   <source>A fingerprint has eight groups of four digits.</source>
   <translation>Una huella tiene ocho grupos de cuatro dígitos.</translation>
  </message>
  <message>
   <source>A job has begun meanwhile; wait for it, then go on.</source>
   <translation>Entretanto ha empezado una tarea; espere a que acabe y continúe después.</translation>
  </message>
  <message>
   <source>A key without its certificate is of no use: choose that, too.</source>
   <translation>Una clave sin su certificado no sirve: elija también el certificado.</translation>
  </message>
  <message>
   <source>A mask was drawn, and yet a program was asked for one.</source>
   <translation>Se dibujó una máscara y aun así se pidió una a un programa.</translation>
  </message>
  <message>
   <source>A passphrase for a package has at least {1} characters.</source>
   <translation>Una frase de contraseña para un paquete tiene al menos {1} caracteres.</translation>
  </message>
  <message>
   <source>A passphrase has at least {1} characters; four words are better.</source>
   <translation>Una frase de contraseña tiene al menos {1} caracteres; cuatro palabras son mejores.</translation>
  </message>
  <message>
   <source>A passphrase protects it, and none is entered.</source>
   <translation>La protege una frase de contraseña y no se ha dado ninguna.</translation>
  </message>
  <message>
   <source>A passphrase protects it; the test of the connection tells whether it opens.</source>
   <translation>La protege una frase de contraseña; la prueba de conexión dice si la abre.</translation>
  </message>
  <message>
   <source>A picture could not be written whole.</source>
   <translation>No se pudo escribir una imagen entera.</translation>
  </message>
  <message>
   <source>A position by hand turns and shifts, and does nothing else.</source>
   <translation>Una posición a mano gira y desplaza, y nada más.</translation>
  </message>
  <message>
   <source>A proxy on the way wants a name and password (407).</source>
   <translation>Un proxy en el camino pide nombre y contraseña (407).</translation>
  </message>
  <message>
   <source>A record does not make sense.</source>
   <translation>Un registro no tiene sentido.</translation>
  </message>
  <message>
   <source>A record of what is to be destroyed points out of the workspace.</source>
   <translation>Un registro de lo que hay que destruir apunta fuera del espacio de trabajo.</translation>
  </message>
  <message>
   <source>A recovery file must not lie in the workspace: it opens the images there.</source>
   <translation>Un archivo de recuperación no debe estar en el espacio de trabajo: abre las imágenes que hay allí.</translation>
  </message>
  <message>
   <source>A reviewer's name is one line of at most {1} letters.</source>
   <translation>El nombre de un lector es una línea de {1} letras como mucho.</translation>
  </message>
  <message>
   <source>A round</source>
   <translation>Una ronda</translation>
  </message>
  <message>
   <source>A round ends when all have reported, or after {1} minutes with at least {2}.</source>
   <translation>Una ronda termina cuando todos han informado, o a los {1} minutos con al menos {2}.</translation>
  </message>
  <message>
   <source>A second reader begins from a model's proposal or from nothing.</source>
   <translation>Un segundo lector empieza con la propuesta de un modelo o desde cero.</translation>
  </message>
  <message>
   <source>A second reading of it is under way; finish it first.</source>
   <translation>Hay una segunda lectura suya en curso; termínela antes.</translation>
  </message>
  <message>
   <source>A second reading of this case is under way.</source>
   <translation>Hay una segunda lectura de este caso en curso.</translation>
  </message>
  <message>
   <source>A second try may leave only the parts that matter most in 32 bits (accuracy control); it takes long.</source>
   <translation>Un segundo intento puede dejar en 32 bits solo las partes más importantes (control de precisión); tarda mucho.</translation>
  </message>
  <message>
   <source>A site that is held out has to be among the sites that take part.</source>
   <translation>Un centro que se deja fuera debe estar entre los que participan.</translation>
  </message>
  <message>
   <source>A site with fewer than {1} validation cases sends no score unless it agrees to.</source>
   <translation>Un centro con menos de {1} casos de validación no envía puntuación a menos que lo acepte.</translation>
  </message>
  <message>
   <source>A site without validation cases sends no score; every other one does.</source>
   <translation>Un centro sin casos de validación no envía puntuación; todos los demás sí.</translation>
  </message>
  <message>
   <source>A tensor cannot be read: {1}.</source>
   <translation>No se puede leer un tensor: {1}.</translation>
  </message>
  <message>
   <source>A time service keeps this computer's clock.</source>
   <translation>Un servicio de hora ajusta el reloj de este equipo.</translation>
  </message>
  <message>
   <source>A training step does not fit into what is left of it.</source>
   <translation>Un paso de entrenamiento no cabe en lo que queda de ella.</translation>
  </message>
  <message>
   <source>A training waits for a better score for one epoch or more; 0 is to the end.</source>
   <translation>Un entrenamiento espera una época o más a una puntuación mejor; 0 es hasta el final.</translation>
  </message>
  <message>
   <source>About {1}, without the transfer.</source>
   <translation>Unos {1}, sin la transferencia.</translation>
  </message>
  <message>
   <source>All its voxels have the same value.</source>
   <translation>Todos sus vóxeles tienen el mismo valor.</translation>
  </message>
  <message>
   <source>All known to {1}</source>
   <translation>Todos conocidos en {1}</translation>
  </message>
  <message>
   <source>All present</source>
   <translation>Todas presentes</translation>
  </message>
  <message>
   <source>Already on the atlas grid</source>
   <translation>Ya en la rejilla del atlas</translation>
  </message>
  <message>
   <source>Among the outputs on its card there is no {1}. They have to name the regions ET, TC and WT, or the classes {2}, {3}.</source>
   <translation>Entre las salidas de su ficha no está {1}. Tienen que nombrar las regiones ET, TC y WT, o las clases {2}, {3}.</translation>
  </message>
  <message>
   <source>An AE title has 1 to {1} letters, digits or signs of the English alphabet.</source>
   <translation>Un título AE tiene de 1 a {1} letras, dígitos o signos del alfabeto inglés.</translation>
  </message>
  <message>
   <source>An image could not be written whole.</source>
   <translation>No se pudo escribir una imagen entera.</translation>
  </message>
  <message>
   <source>As it stands in the FeTS folder that the case came in; nothing was computed.</source>
   <translation>Tal como está en la carpeta FeTS en la que vino el caso; no se calculó nada.</translation>
  </message>
  <message>
   <source>Asking {1}</source>
   <translation>Preguntar a {1}</translation>
  </message>
  <message>
   <source>At least one slice does not say where in the patient it lies.</source>
   <translation>Al menos un corte no dice en qué lugar del paciente está.</translation>
  </message>
  <message>
   <source>At least one slice gives an impossible position, pixel size or scaling.</source>
   <translation>Al menos un corte da una posición, un tamaño de píxel o una escala imposibles.</translation>
  </message>
  <message>
   <source>At most {1} cm³ outside</source>
   <translation>{1} cm³ fuera como mucho</translation>
  </message>
  <message>
   <source>At {1} nobody speaks TLS.</source>
   <translation>En {1} nadie habla TLS.</translation>
  </message>
  <message>
   <source>Before (upper row) and after (lower row). Only the registration looks at these; the kept images are not.</source>
   <translation>Antes (fila superior) y después (fila inferior). Solo el registro mira estas; las imágenes que se guardan son otras.</translation>
  </message>
  <message>
   <source>Beside it lies no {1}; without one nobody knows how to feed it.</source>
   <translation>Junto a él no hay {1}; sin él nadie sabe cómo alimentarlo.</translation>
  </message>
  <message>
   <source>Bringing a backup back</source>
   <translation>Recuperar una copia de seguridad</translation>
  </message>
  <message>
   <source>Bringing back</source>
   <translation>Recuperando</translation>
  </message>
  <message>
   <source>Cases</source>
   <translation>Casos</translation>
  </message>
  <message>
   <source>Certificate</source>
   <translation>Certificado</translation>
  </message>
  <message>
   <source>Checking the slices</source>
   <translation>Comprobando los cortes</translation>
  </message>
  <message>
   <source>Checking the voxels</source>
   <translation>Comprobando los vóxeles</translation>
  </message>
  <message>
   <source>Checking {1}</source>
   <translation>Comprobar {1}</translation>
  </message>
  <message>
   <source>Choose of {1}, and one of {2}.</source>
   <translation>Elija entre {1} y uno de {2}.</translation>
  </message>
  <message>
   <source>Choose of {1}.</source>
   <translation>Elija entre {1}.</translation>
  </message>
  <message>
   <source>Choose the key, too: the certificate's file holds none.</source>
   <translation>Elija también la clave: el archivo del certificado no la contiene.</translation>
  </message>
  <message>
   <source>Cleaning the proposal</source>
   <translation>Limpiando la propuesta</translation>
  </message>
  <message>
   <source>Clock</source>
   <translation>Reloj</translation>
  </message>
  <message>
   <source>Contrast medium shows in T1Gd</source>
   <translation>El medio de contraste se ve en T1Gd</translation>
  </message>
  <message>
   <source>Converting the network</source>
   <translation>Convirtiendo la red</translation>
  </message>
  <message>
   <source>Converting {1}</source>
   <translation>Convertir {1}</translation>
  </message>
  <message>
   <source>Core of the enhancing tumour</source>
   <translation>Núcleo del tumor con realce</translation>
  </message>
  <message>
   <source>Cutting and blurring what leaves</source>
   <translation>Recortando y difuminando lo que sale</translation>
  </message>
  <message>
   <source>Dice of {1}</source>
   <translation>Dice de {1}</translation>
  </message>
  <message>
   <source>Disk</source>
   <translation>Disco</translation>
  </message>
  <message>
   <source>Doubtful, please choose: there are {1} {2} series that are equally good</source>
   <translation>Dudosa, elija: hay {1} series {2} igual de buenas</translation>
  </message>
  <message>
   <source>Doubtful, please look: {1}</source>
   <translation>Dudosa, mírela: {1}</translation>
  </message>
  <message>
   <source>Drawing the figures</source>
   <translation>Dibujando las figuras</translation>
  </message>
  <message>
   <source>Drawn or brought in by a person</source>
   <translation>Dibujado o aportado por una persona</translation>
  </message>
  <message>
   <source>Each contrast is what it is called</source>
   <translation>Cada secuencia es lo que dice ser</translation>
  </message>
  <message>
   <source>Each round: {1} of training at every training site, patches of {2} voxels, learning rate {3}.</source>
   <translation>Cada ronda: {1} de entrenamiento en cada centro que entrena, fragmentos de {2} vóxeles, tasa de aprendizaje {3}.</translation>
  </message>
  <message>
   <source>Edges of the images</source>
   <translation>Bordes de las imágenes</translation>
  </message>
  <message>
   <source>Edit {1} was changed, or is not of this journal.</source>
   <translation>La edición {1} fue alterada o no es de este diario.</translation>
  </message>
  <message>
   <source>Epoch {1}, loss {2}</source>
   <translation>Época {1}, pérdida {2}</translation>
  </message>
  <message>
   <source>Even a small patch does not fit.</source>
   <translation>No cabe ni un fragmento pequeño.</translation>
  </message>
  <message>
   <source>Even out the brightness for registration</source>
   <translation>Igualar el brillo para el registro</translation>
  </message>
  <message>
   <source>Every piece touches necrotic core</source>
   <translation>Cada fragmento toca núcleo necrótico</translation>
  </message>
  <message>
   <source>Exporting {1}</source>
   <translation>Exportar {1}</translation>
  </message>
  <message>
   <source>Fetching from {1}</source>
   <translation>Trayendo de {1}</translation>
  </message>
  <message>
   <source>Fewer than three sites have a case that can be used.</source>
   <translation>Menos de tres centros tienen un caso que se pueda usar.</translation>
  </message>
  <message>
   <source>Fewer than {1} validate: no score is sent unless you agree to it.</source>
   <translation>Validan menos de {1}: no se envía puntuación a menos que lo acepte.</translation>
  </message>
  <message>
   <source>File {1} holds other frames than its header says.</source>
   <translation>El archivo {1} contiene otros fotogramas que los que dice su cabecera.</translation>
  </message>
  <message>
   <source>File {1} of {2}</source>
   <translation>Archivo {1} de {2}</translation>
  </message>
  <message>
   <source>File {1} of {2} is damaged or gone.</source>
   <translation>El archivo {1} de {2} está dañado o ya no está.</translation>
  </message>
  <message>
   <source>File {1} of {2}: {3}</source>
   <translation>Archivo {1} de {2}: {3}</translation>
  </message>
  <message>
   <source>Files that belong to it are missing: {1}.</source>
   <translation>Faltan archivos que le pertenecen: {1}.</translation>
  </message>
  <message>
   <source>Find the brain</source>
   <translation>Encontrar el cerebro</translation>
  </message>
  <message>
   <source>Finding out which series is which</source>
   <translation>Averiguando qué serie es cada una</translation>
  </message>
  <message>
   <source>Fine from {1} on, bad below {2}. From top to bottom: T1, T1Gd, T2, FLAIR.</source>
   <translation>Bien desde {1}, mal por debajo de {2}. De arriba abajo: T1, T1Gd, T2, FLAIR.</translation>
  </message>
  <message>
   <source>Finish the second reading first.</source>
   <translation>Termine antes la segunda lectura.</translation>
  </message>
  <message>
   <source>Fluid is bright in T2 and dark in FLAIR</source>
   <translation>El líquido es brillante en T2 y oscuro en FLAIR</translation>
  </message>
  <message>
   <source>Found {1}; {2} does not use them.</source>
   <translation>Se encontró {1}; {2} no los usa.</translation>
  </message>
  <message>
   <source>Four brains on one grid</source>
   <translation>Cuatro cerebros en una rejilla</translation>
  </message>
  <message>
   <source>Four volumes of numbers, each of the size of a head.</source>
   <translation>Cuatro volúmenes de números, cada uno del tamaño de una cabeza.</translation>
  </message>
  <message>
   <source>Fusing all labels</source>
   <translation>Fusionando todas las etiquetas</translation>
  </message>
  <message>
   <source>Fusing candidates of {1}</source>
   <translation>Fusionar los candidatos de {1}</translation>
  </message>
  <message>
   <source>Geometry</source>
   <translation>Geometría</translation>
  </message>
  <message>
   <source>Give a patient number, a name, an accession number or a date: an archive is large.</source>
   <translation>Dé un número de paciente, un nombre, un número de acceso o una fecha: un archivo es grande.</translation>
  </message>
  <message>
   <source>Give dates as YYYYMMDD.</source>
   <translation>Dé las fechas como AAAAMMDD.</translation>
  </message>
  <message>
   <source>Give name and password in their own fields, not inside the address.</source>
   <translation>Dé el nombre y la contraseña en sus propios campos, no dentro de la dirección.</translation>
  </message>
  <message>
   <source>Give the PACS a name of at most 60 characters.</source>
   <translation>Dé al PACS un nombre de 60 caracteres como mucho.</translation>
  </message>
  <message>
   <source>Give the address of the DICOMweb service, for example https://pacs.hospital/dicom-web.</source>
   <translation>Dé la dirección del servicio DICOMweb, por ejemplo https://pacs.hospital/dicom-web.</translation>
  </message>
  <message>
   <source>Give the name or address of the computer.</source>
   <translation>Dé el nombre o la dirección del equipo.</translation>
  </message>
  <message>
   <source>Give the reviewer's name.</source>
   <translation>Dé el nombre del lector.</translation>
  </message>
  <message>
   <source>Greeting</source>
   <translation>Saludo</translation>
  </message>
  <message>
   <source>Growing the tumour</source>
   <translation>Haciendo crecer el tumor</translation>
  </message>
  <message>
   <source>Headers kept</source>
   <translation>Cabeceras guardadas</translation>
  </message>
  <message>
   <source>However its card is read, it finds next to nothing of the tumour in {1}. It may not know such images: score it on labelled cases before it proposes.</source>
   <translation>Se lea como se lea su ficha, no encuentra casi nada del tumor en {1}. Quizá no conozca imágenes así: puntúelo con casos etiquetados antes de que proponga.</translation>
  </message>
  <message>
   <source>Images or labels that it speaks of are not in it.</source>
   <translation>No contiene imágenes o etiquetas de las que habla.</translation>
  </message>
  <message>
   <source>In 8 bits the mean Dice changes by {1} over {2} case; a drop of {3} is allowed.</source>
   <translation>En 8 bits el Dice medio de {2} caso cambia en {1}; se permite una pérdida de {3}.</translation>
  </message>
  <message>
   <source>In 8 bits the mean Dice changes by {1} over {2} cases (95 % interval {3} to {4}); a drop of {5} is allowed.</source>
   <translation>En 8 bits el Dice medio de {2} casos cambia en {1} (intervalo del 95 % de {3} a {4}); se permite una pérdida de {5}.</translation>
  </message>
  <message>
   <source>In 8 bits the mean Dice changes by {1} over {2} cases; a drop of {3} is allowed.</source>
   <translation>En 8 bits el Dice medio de {2} casos cambia en {1}; se permite una pérdida de {3}.</translation>
  </message>
  <message>
   <source>In 8 bits the mean Dice changes by {1}; a drop of {2} is allowed.</source>
   <translation>En 8 bits el Dice medio cambia en {1}; se permite una pérdida de {2}.</translation>
  </message>
  <message>
   <source>In the way, without a workspace's records beside it: {1}.</source>
   <translation>Estorban, sin los registros de un espacio de trabajo al lado: {1}.</translation>
  </message>
  <message>
   <source>In what {1} proposes, {2}.</source>
   <translation>En lo que propone {1}, {2}.</translation>
  </message>
  <message>
   <source>In {1} of what it marks its regions contradict one another: ET lies within TC, and TC within WT.</source>
   <translation>En {1} de lo que marca, sus regiones se contradicen: ET está dentro de TC, y TC dentro de WT.</translation>
  </message>
  <message>
   <source>Inside the brain</source>
   <translation>Dentro del cerebro</translation>
  </message>
  <message>
   <source>Inside the brain the likeness of T1Gd and the least similar contrast is {1} (1 is none); {2} % of the brain is empty in one of them. T1, T1Gd, T2 and FLAIR from top to bottom.</source>
   <translation>Dentro del cerebro, la semejanza de T1Gd con la secuencia menos parecida es {1} (1 es ninguna); el {2} % del cerebro está vacío en una de ellas. T1, T1Gd, T2 y FLAIR de arriba abajo.</translation>
  </message>
  <message>
   <source>Islands</source>
   <translation>Islas</translation>
  </message>
  <message>
   <source>It answered with a failure</source>
   <translation>Respondió con un fallo</translation>
  </message>
  <message>
   <source>It answered with status {1}.</source>
   <translation>Respondió con el estado {1}.</translation>
  </message>
  <message>
   <source>It answered {1}.</source>
   <translation>Respondió {1}.</translation>
  </message>
  <message>
   <source>It answers a package that was not handed out from this workspace.</source>
   <translation>Responde a un paquete que no se entregó desde este espacio de trabajo.</translation>
  </message>
  <message>
   <source>It answers for another federation or plan.</source>
   <translation>Responde por otra federación u otro plan.</translation>
  </message>
  <message>
   <source>It asks for something that the plan does not say.</source>
   <translation>Pide algo que el plan no dice.</translation>
  </message>
  <message>
   <source>It belongs to another key than the one that was made here.</source>
   <translation>Corresponde a otra clave que la hecha aquí.</translation>
  </message>
  <message>
   <source>It breaks off: it does not take this site's certificate.</source>
   <translation>Corta la conexión: no acepta el certificado de este centro.</translation>
  </message>
  <message>
   <source>It broke the connection off. {1}</source>
   <translation>Cortó la conexión. {1}</translation>
  </message>
  <message>
   <source>It broke the handshake off: it does not know this site's certificate.</source>
   <translation>Cortó el saludo: no conoce el certificado de este centro.</translation>
  </message>
  <message>
   <source>It came in a review package, which holds images in atlas space alone.</source>
   <translation>Llegó en un paquete de revisión, que solo contiene imágenes en el espacio del atlas.</translation>
  </message>
  <message>
   <source>It came prepared, in a review package; what is drawn here must fit its images.</source>
   <translation>Llegó preparado, en un paquete de revisión; lo que se dibuje aquí debe encajar con sus imágenes.</translation>
  </message>
  <message>
   <source>It cannot be used any more: make a new request.</source>
   <translation>Ya no se puede usar: haga una nueva solicitud.</translation>
  </message>
  <message>
   <source>It claims an image of {1} x {2} pixels.</source>
   <translation>Declara una imagen de {1} x {2} píxeles.</translation>
  </message>
  <message>
   <source>It claims more than {1} million voxels.</source>
   <translation>Declara más de {1} millones de vóxeles.</translation>
  </message>
  <message>
   <source>It could not be kept.</source>
   <translation>No se pudo guardar.</translation>
  </message>
  <message>
   <source>It could not be looked at; the greeting tells whether it is trusted.</source>
   <translation>No se pudo mirar; el saludo dirá si es de confianza.</translation>
  </message>
  <message>
   <source>It could not be measured.</source>
   <translation>No se pudo medir.</translation>
  </message>
  <message>
   <source>It could not be read to its end.</source>
   <translation>No se pudo leer hasta el final.</translation>
  </message>
  <message>
   <source>It could not be started: {1}.</source>
   <translation>No se pudo iniciar: {1}.</translation>
  </message>
  <message>
   <source>It could not process the request</source>
   <translation>No pudo procesar la petición</translation>
  </message>
  <message>
   <source>It did not answer within {1} s. {2}</source>
   <translation>No respondió en {1} s. {2}</translation>
  </message>
  <message>
   <source>It did not take the objects (409).</source>
   <translation>No tomó los objetos (409).</translation>
  </message>
  <message>
   <source>It did not understand the request (400).</source>
   <translation>No entendió la petición (400).</translation>
  </message>
  <message>
   <source>It does not allow this program to do that.</source>
   <translation>No permite a este programa hacerlo.</translation>
  </message>
  <message>
   <source>It does not come from this federation's owner.</source>
   <translation>No procede del titular de esta federación.</translation>
  </message>
  <message>
   <source>It does not find brains.</source>
   <translation>No encuentra cerebros.</translation>
  </message>
  <message>
   <source>It does not go by the AE title {theirs} (called AE title not recognised).</source>
   <translation>No atiende por el título AE {theirs} (called AE title not recognised).</translation>
  </message>
  <message>
   <source>It does not hand out images in a form this program takes (406).</source>
   <translation>No entrega imágenes en un formato que tome este programa (406).</translation>
  </message>
  <message>
   <source>It does not know the AE title {ours} as a place to send images to (move destination unknown).</source>
   <translation>No conoce el título AE {ours} como destino al que enviar imágenes (move destination unknown).</translation>
  </message>
  <message>
   <source>It does not know the AE title {ours} that this program gives (calling AE title not recognised).</source>
   <translation>No conoce el título AE {ours} que da este programa (calling AE title not recognised).</translation>
  </message>
  <message>
   <source>It does not know this kind of request.</source>
   <translation>No conoce este tipo de petición.</translation>
  </message>
  <message>
   <source>It does not offer this (501).</source>
   <translation>No ofrece esto (501).</translation>
  </message>
  <message>
   <source>It does not speak the DICOM network protocol that this program does.</source>
   <translation>No habla el protocolo de red DICOM de este programa.</translation>
  </message>
  <message>
   <source>It does not take objects of the kind {1}. {2}</source>
   <translation>No toma objetos del tipo {1}. {2}</translation>
  </message>
  <message>
   <source>It does not take objects of this kind (415).</source>
   <translation>No toma objetos de este tipo (415).</translation>
  </message>
  <message>
   <source>It does not take or hand out this kind of object.</source>
   <translation>No toma ni entrega este tipo de objeto.</translation>
  </message>
  <message>
   <source>It does not take this site's name or certificate.</source>
   <translation>No acepta el nombre o el certificado de este centro.</translation>
  </message>
  <message>
   <source>It ended before it listened; server.log may say why.</source>
   <translation>Terminó antes de escuchar; server.log puede decir por qué.</translation>
  </message>
  <message>
   <source>It ended by itself; the file server.log in the folder says why.</source>
   <translation>Terminó solo; el archivo server.log de la carpeta dice por qué.</translation>
  </message>
  <message>
   <source>It ends in {1}.</source>
   <translation>Termina en {1}.</translation>
  </message>
  <message>
   <source>It expired on {1}; ask IT for a new one.</source>
   <translation>Caducó el {1}; pida uno nuevo a informática.</translation>
  </message>
  <message>
   <source>It gives values that are no numbers.</source>
   <translation>Da valores que no son números.</translation>
  </message>
  <message>
   <source>It goes on: {1}.</source>
   <translation>Sigue en marcha: {1}.</translation>
  </message>
  <message>
   <source>It had been fetched before; ask for it again if a case is missing.</source>
   <translation>Ya se había traído; pídalo de nuevo si falta un caso.</translation>
  </message>
  <message>
   <source>It has as many connections as it takes (local limit exceeded).</source>
   <translation>Tiene tantas conexiones como admite (local limit exceeded).</translation>
  </message>
  <message>
   <source>It has edits that no version holds yet; save them in Review first.</source>
   <translation>Tiene cambios que aún no están en ninguna versión; guárdelos antes en Revisar.</translation>
  </message>
  <message>
   <source>It has fewer than {1} characters.</source>
   <translation>Tiene menos de {1} caracteres.</translation>
  </message>
  <message>
   <source>It has no room left (507).</source>
   <translation>No le queda espacio (507).</translation>
  </message>
  <message>
   <source>It has no trainable weights here, from which a federation could begin.</source>
   <translation>No tiene aquí pesos entrenables con los que pudiera empezar una federación.</translation>
  </message>
  <message>
   <source>It has not been prepared.</source>
   <translation>No se ha preparado.</translation>
  </message>
  <message>
   <source>It has not been registered yet.</source>
   <translation>Aún no se ha registrado.</translation>
  </message>
  <message>
   <source>It has other tensors than the plan says.</source>
   <translation>Tiene otros tensores que los que dice el plan.</translation>
  </message>
  <message>
   <source>It has the object already, under the same number.</source>
   <translation>Ya tiene el objeto, con el mismo número.</translation>
  </message>
  <message>
   <source>It has {1} voxels.</source>
   <translation>Tiene {1} vóxeles.</translation>
  </message>
  <message>
   <source>It has {1} x {2} x {3} voxels, or lies elsewhere than the images.</source>
   <translation>Tiene {1} x {2} x {3} vóxeles o está en otro lugar que las imágenes.</translation>
  </message>
  <message>
   <source>It holds another simulation: other cases or settings.</source>
   <translation>Contiene otra simulación: otros casos o ajustes.</translation>
  </message>
  <message>
   <source>It holds files that nothing in it speaks of.</source>
   <translation>Contiene archivos de los que nada en él habla.</translation>
  </message>
  <message>
   <source>It holds no pixels.</source>
   <translation>No contiene píxeles.</translation>
  </message>
  <message>
   <source>It holds no plan.</source>
   <translation>No contiene ningún plan.</translation>
  </message>
  <message>
   <source>It holds what it does not name.</source>
   <translation>Contiene lo que no nombra.</translation>
  </message>
  <message>
   <source>It holds {1} more than once.</source>
   <translation>Contiene {1} más de una vez.</translation>
  </message>
  <message>
   <source>It is a certificate in binary form (DER); ask IT for the same in PEM form.</source>
   <translation>Es un certificado en formato binario (DER); pida a informática el mismo en formato PEM.</translation>
  </message>
  <message>
   <source>It is a colour picture, not a measured image.</source>
   <translation>Es una imagen en color, no una imagen medida.</translation>
  </message>
  <message>
   <source>It is a file, not a folder.</source>
   <translation>Es un archivo, no una carpeta.</translation>
  </message>
  <message>
   <source>It is a mosaic that does not say how many slices it holds and where they lie.</source>
   <translation>Es un mosaico que no dice cuántos cortes contiene ni dónde están.</translation>
  </message>
  <message>
   <source>It is a multi-frame image that does not say where its frames lie.</source>
   <translation>Es una imagen multifotograma que no dice dónde están sus fotogramas.</translation>
  </message>
  <message>
   <source>It is a {1}.</source>
   <translation>Es: {1}.</translation>
  </message>
  <message>
   <source>It is busy just now (temporary congestion).</source>
   <translation>Está ocupado en este momento (temporary congestion).</translation>
  </message>
  <message>
   <source>It is busy or being serviced (503).</source>
   <translation>Está ocupado o en mantenimiento (503).</translation>
  </message>
  <message>
   <source>It is busy: too many requests (429).</source>
   <translation>Está ocupado: demasiadas peticiones (429).</translation>
  </message>
  <message>
   <source>It is damaged, cut short, or no review package of this version.</source>
   <translation>Está dañado, cortado o no es un paquete de revisión de esta versión.</translation>
  </message>
  <message>
   <source>It is deflated, and its file meta information is damaged.</source>
   <translation>Está comprimido y su metainformación está dañada.</translation>
  </message>
  <message>
   <source>It is excluded.</source>
   <translation>Está excluido.</translation>
  </message>
  <message>
   <source>It is for a site of another name.</source>
   <translation>Es para un centro de otro nombre.</translation>
  </message>
  <message>
   <source>It is full.</source>
   <translation>Está llena.</translation>
  </message>
  <message>
   <source>It is larger than any network this program runs.</source>
   <translation>Es mayor que cualquier red que este programa ejecute.</translation>
  </message>
  <message>
   <source>It is larger than any prepared image.</source>
   <translation>Es mayor que cualquier imagen preparada.</translation>
  </message>
  <message>
   <source>It is not a request for a certificate, or it was changed.</source>
   <translation>No es una solicitud de certificado o se cambió.</translation>
  </message>
  <message>
   <source>It is not a table with commas, semicolons or tabs.</source>
   <translation>No es una tabla con comas, puntos y comas o tabuladores.</translation>
  </message>
  <message>
   <source>It is not empty.</source>
   <translation>No está vacía.</translation>
  </message>
  <message>
   <source>It is not installed: install the package fets-desktop-aggregator, or run installers/aggregator.sh.</source>
   <translation>No está instalado: instale el paquete fets-desktop-aggregator o ejecute installers/aggregator.sh.</translation>
  </message>
  <message>
   <source>It is not the initial model of the plan.</source>
   <translation>No es el modelo inicial del plan.</translation>
  </message>
  <message>
   <source>It is not the key of the certificate.</source>
   <translation>No es la clave del certificado.</translation>
  </message>
  <message>
   <source>It is not under way in this window or command.</source>
   <translation>No está en marcha en esta ventana u orden.</translation>
  </message>
  <message>
   <source>It is not valid before {1}.</source>
   <translation>No es válido antes de {1}.</translation>
  </message>
  <message>
   <source>It is not valid yet: is this computer's clock right?</source>
   <translation>Aún no es válido: ¿va bien el reloj de este equipo?</translation>
  </message>
  <message>
   <source>It is not where it was kept.</source>
   <translation>No está donde se guardaba.</translation>
  </message>
  <message>
   <source>It is of a later version, or no backup of this program.</source>
   <translation>Es de una versión posterior o no es una copia de este programa.</translation>
  </message>
  <message>
   <source>It is of version 1 of nnU-Net; results of version 2 can be taken in.</source>
   <translation>Es de la versión 1 de nnU-Net; se pueden tomar resultados de la versión 2.</translation>
  </message>
  <message>
   <source>It is open for review; leave it first.</source>
   <translation>Está abierto para revisión; déjelo antes.</translation>
  </message>
  <message>
   <source>It is out of resources</source>
   <translation>Se ha quedado sin recursos</translation>
  </message>
  <message>
   <source>It is out of resources and could not count what matches.</source>
   <translation>Se ha quedado sin recursos y no pudo contar lo que coincide.</translation>
  </message>
  <message>
   <source>It is out of resources and could not send the images.</source>
   <translation>Se ha quedado sin recursos y no pudo enviar las imágenes.</translation>
  </message>
  <message>
   <source>It is out of resources, for example its disk is full.</source>
   <translation>Se ha quedado sin recursos; por ejemplo, su disco está lleno.</translation>
  </message>
  <message>
   <source>It is signed already.</source>
   <translation>Ya está firmado.</translation>
  </message>
  <message>
   <source>It is signed in a way that this program does not know.</source>
   <translation>Está firmado de una forma que este programa no conoce.</translation>
  </message>
  <message>
   <source>It is the key of the certificate.</source>
   <translation>Es la clave del certificado.</translation>
  </message>
  <message>
   <source>It is the owner's, for this name, valid for {1} days, over {2}.</source>
   <translation>Es el del titular, para este nombre, válido {1} días, por {2}.</translation>
  </message>
  <message>
   <source>It lies in the workspace itself, and would be lost with it.</source>
   <translation>Está en el propio espacio de trabajo y se perdería con él.</translation>
  </message>
  <message>
   <source>It lies within the backup or the present workspace, or around one.</source>
   <translation>Está dentro de la copia o del espacio de trabajo actual, o alrededor de uno de ellos.</translation>
  </message>
  <message>
   <source>It lists more images than any examination has.</source>
   <translation>Enumera más imágenes de las que tiene un estudio.</translation>
  </message>
  <message>
   <source>It may be {1}.</source>
   <translation>Puede ser {1}.</translation>
  </message>
  <message>
   <source>It mixes images of {1} {2}.</source>
   <translation>Mezcla imágenes de {1} {2}.</translation>
  </message>
  <message>
   <source>It mixes magnitude, phase or other parts of a complex image.</source>
   <translation>Mezcla magnitud, fase u otras partes de una imagen compleja.</translation>
  </message>
  <message>
   <source>It names no case.</source>
   <translation>No nombra ningún caso.</translation>
  </message>
  <message>
   <source>It names nobody.</source>
   <translation>No nombra a nadie.</translation>
  </message>
  <message>
   <source>It offers nothing of what was asked (no presentation context accepted).</source>
   <translation>No ofrece nada de lo pedido (no presentation context accepted).</translation>
  </message>
  <message>
   <source>It promises more than it holds.</source>
   <translation>Promete más de lo que contiene.</translation>
  </message>
  <message>
   <source>It puts cases of one patient on both sides: {1} is one of them.</source>
   <translation>Pone casos de un paciente en ambos lados: {1} es uno de ellos.</translation>
  </message>
  <message>
   <source>It ran into a fault of its own ({1}).</source>
   <translation>Tuvo un fallo propio ({1}).</translation>
  </message>
  <message>
   <source>It ran out on {1}.</source>
   <translation>Caducó el {1}.</translation>
  </message>
  <message>
   <source>It rejected the association and gave no reason.</source>
   <translation>Rechazó la asociación sin dar motivo.</translation>
  </message>
  <message>
   <source>It runs in 8 bits with the parts that matter most left in 32.</source>
   <translation>Funciona en 8 bits, con las partes más importantes en 32.</translation>
  </message>
  <message>
   <source>It runs in 8 bits.</source>
   <translation>Funciona en 8 bits.</translation>
  </message>
  <message>
   <source>It runs out soon: tell the owner.</source>
   <translation>Caduca pronto: avise al titular.</translation>
  </message>
  <message>
   <source>It says more than a review package has to say.</source>
   <translation>Dice más de lo que un paquete de revisión tiene que decir.</translation>
  </message>
  <message>
   <source>It says that it has {1} frames, but gives the places of {2}.</source>
   <translation>Dice que tiene {1} fotogramas, pero da los lugares de {2}.</translation>
  </message>
  <message>
   <source>It says that the object's number is not valid.</source>
   <translation>Dice que el número del objeto no es válido.</translation>
  </message>
  <message>
   <source>It says that the request does not fit the kind of search.</source>
   <translation>Dice que la petición no encaja con el tipo de búsqueda.</translation>
  </message>
  <message>
   <source>It sends the request on to another address, where it is not sent; if that is right, enter that one.</source>
   <translation>Reenvía la petición a otra dirección, adonde no se envía; si es correcta, introdúzcala.</translation>
  </message>
  <message>
   <source>It speaks another version of the DICOM network protocol.</source>
   <translation>Habla otra versión del protocolo de red DICOM.</translation>
  </message>
  <message>
   <source>It stands at: {1}.</source>
   <translation>Está en: {1}.</translation>
  </message>
  <message>
   <source>It takes one case to calibrate on and another to score on.</source>
   <translation>Hace falta un caso para calibrar y otro para evaluar.</translation>
  </message>
  <message>
   <source>It unpacks to more than {1} MB.</source>
   <translation>Se desempaqueta en más de {1} MB.</translation>
  </message>
  <message>
   <source>It wants a name and password, or does not accept those that are entered (401).</source>
   <translation>Pide nombre y contraseña, o no acepta los introducidos (401).</translation>
  </message>
  <message>
   <source>It was changed after its owner had signed it.</source>
   <translation>Se cambió después de que su titular la firmara.</translation>
  </message>
  <message>
   <source>It was changed while it was checked.</source>
   <translation>Cambió mientras se comprobaba.</translation>
  </message>
  <message>
   <source>It was chosen the last time. Its drive may be out, or it was moved.</source>
   <translation>Se eligió la última vez. Puede que su unidad no esté o que se haya movido.</translation>
  </message>
  <message>
   <source>It was drawn on other images than those that were handed out.</source>
   <translation>Se dibujó sobre otras imágenes que las entregadas.</translation>
  </message>
  <message>
   <source>It was exported once: those copies are not touched.</source>
   <translation>Se exportó una vez: esa copia no se toca.</translation>
  </message>
  <message>
   <source>It was exported {1} times: those copies are not touched.</source>
   <translation>Se exportó {1} veces: esas copias no se tocan.</translation>
  </message>
  <message>
   <source>It was handed out for review once: those copies are not touched.</source>
   <translation>Se entregó para revisión una vez: esa copia no se toca.</translation>
  </message>
  <message>
   <source>It was handed out for review {1} times: those copies are not touched.</source>
   <translation>Se entregó para revisión {1} veces: esas copias no se tocan.</translation>
  </message>
  <message>
   <source>It was handed out from this workspace; what comes back is an answer.</source>
   <translation>Se entregó desde este espacio de trabajo; lo que vuelve es una respuesta.</translation>
  </message>
  <message>
   <source>It was made by a newer version of this program.</source>
   <translation>La hizo una versión más nueva de este programa.</translation>
  </message>
  <message>
   <source>It was not measured.</source>
   <translation>No se ha medido.</translation>
  </message>
  <message>
   <source>It was prepared anew meanwhile; let the model propose again.</source>
   <translation>Se preparó de nuevo mientras tanto; deje que el modelo vuelva a proponer.</translation>
  </message>
  <message>
   <source>It was sent to a PACS once: those copies are not touched.</source>
   <translation>Se envió a un PACS una vez: esa copia no se toca.</translation>
  </message>
  <message>
   <source>It was sent to a PACS {1} times: those copies are not touched.</source>
   <translation>Se envió a un PACS {1} veces: esas copias no se tocan.</translation>
  </message>
  <message>
   <source>Its DICOM header is damaged or cut short.</source>
   <translation>Su cabecera DICOM está dañada o cortada.</translation>
  </message>
  <message>
   <source>Its answer is longer than any that was asked for. {1}</source>
   <translation>Su respuesta es más larga que cualquiera de las pedidas. {1}</translation>
  </message>
  <message>
   <source>Its answer is not that of a DICOMweb service. {1}</source>
   <translation>Su respuesta no es la de un servicio DICOMweb. {1}</translation>
  </message>
  <message>
   <source>Its brain mask is empty.</source>
   <translation>Su máscara cerebral está vacía.</translation>
  </message>
  <message>
   <source>Its brightness could not be evened out.</source>
   <translation>No se pudo igualar su brillo.</translation>
  </message>
  <message>
   <source>Its brightness is stored upside down (MONOCHROME1).</source>
   <translation>Su brillo está guardado al revés (MONOCHROME1).</translation>
  </message>
  <message>
   <source>Its card does not describe a network that this program runs.</source>
   <translation>Su ficha no describe ninguna red que este programa ejecute.</translation>
  </message>
  <message>
   <source>Its card does not say in which precision it calculates.</source>
   <translation>Su ficha no dice con qué precisión calcula.</translation>
  </message>
  <message>
   <source>Its card is longer than any card.</source>
   <translation>Su ficha es más larga que ninguna.</translation>
  </message>
  <message>
   <source>Its card is missing or damaged.</source>
   <translation>Su ficha falta o está dañada.</translation>
  </message>
  <message>
   <source>Its card or network is missing or damaged.</source>
   <translation>Su ficha o su red faltan o están dañadas.</translation>
  </message>
  <message>
   <source>Its card says int8, but nothing in its network calculates in 8 bits.</source>
   <translation>Su ficha dice int8, pero nada en su red calcula en 8 bits.</translation>
  </message>
  <message>
   <source>Its card says {1}, but its network calculates in 8 bits.</source>
   <translation>Su ficha dice {1}, pero su red calcula en 8 bits.</translation>
  </message>
  <message>
   <source>Its certificate</source>
   <translation>Su certificado</translation>
  </message>
  <message>
   <source>Its classes do not map: {1} is none of {2}, {3}.</source>
   <translation>Sus clases no se corresponden: {1} no es ninguna de {2}, {3}.</translation>
  </message>
  <message>
   <source>Its compressed pixels are longer than the image that they claim.</source>
   <translation>Sus píxeles comprimidos son más largos que la imagen que declaran.</translation>
  </message>
  <message>
   <source>Its compressed pixels are {1} x {2}, but its header says {3} x {4}.</source>
   <translation>Sus píxeles comprimidos son {1} x {2}, pero su cabecera dice {3} x {4}.</translation>
  </message>
  <message>
   <source>Its contrasts were changed meanwhile; it is prepared again from the new ones.</source>
   <translation>Sus secuencias cambiaron mientras tanto; se prepara de nuevo con las nuevas.</translation>
  </message>
  <message>
   <source>Its date is missing, or not of the form 2026-01-31.</source>
   <translation>Falta su fecha o no tiene la forma 2026-01-31.</translation>
  </message>
  <message>
   <source>Its date lies in the future.</source>
   <translation>Su fecha está en el futuro.</translation>
  </message>
  <message>
   <source>Its deflated header is damaged.</source>
   <translation>Su cabecera comprimida está dañada.</translation>
  </message>
  <message>
   <source>Its first line lacks the columns: {1}.</source>
   <translation>A su primera línea le faltan las columnas: {1}.</translation>
  </message>
  <message>
   <source>Its folder was moved or removed, or its drive taken out, while the program ran. Put it back, and try again.</source>
   <translation>Su carpeta se movió o quitó, o su unidad se extrajo, mientras el programa funcionaba. Devuélvala e inténtelo de nuevo.</translation>
  </message>
  <message>
   <source>Its header promises {1} GiB of voxels.</source>
   <translation>Su cabecera promete {1} GiB de vóxeles.</translation>
  </message>
  <message>
   <source>Its images and labels do not lie on one grid.</source>
   <translation>Sus imágenes y etiquetas no están en una misma rejilla.</translation>
  </message>
  <message>
   <source>Its images belong to {1} {2}.</source>
   <translation>Sus imágenes pertenecen a {1} {2}.</translation>
  </message>
  <message>
   <source>Its key cannot be read.</source>
   <translation>No se puede leer su clave.</translation>
  </message>
  <message>
   <source>Its key is of another kind.</source>
   <translation>Su clave es de otro tipo.</translation>
  </message>
  <message>
   <source>Its labels do not lie on the grid of the case's images.</source>
   <translation>Sus etiquetas no están en la rejilla de las imágenes del caso.</translation>
  </message>
  <message>
   <source>Its labels stand on another grid than its images.</source>
   <translation>Sus etiquetas están en otra rejilla que sus imágenes.</translation>
  </message>
  <message>
   <source>Its list names files that no workspace has, or lacks the records.</source>
   <translation>Su lista nombra archivos que ningún espacio de trabajo tiene, o le faltan los registros.</translation>
  </message>
  <message>
   <source>Its list of files cannot be read.</source>
   <translation>No se puede leer su lista de archivos.</translation>
  </message>
  <message>
   <source>Its list of hashes is longer than any.</source>
   <translation>Su lista de hashes es más larga que ninguna.</translation>
  </message>
  <message>
   <source>Its loss is no number.</source>
   <translation>Su pérdida no es un número.</translation>
  </message>
  <message>
   <source>Its name, or that of a folder above it, is not written in UTF-8.</source>
   <translation>Su nombre, o el de una carpeta superior, no está escrito en UTF-8.</translation>
  </message>
  <message>
   <source>Its network cannot take images of the size on its card.</source>
   <translation>Su red no puede tomar imágenes del tamaño de su ficha.</translation>
  </message>
  <message>
   <source>Its network cannot take images of this size.</source>
   <translation>Su red no puede tomar imágenes de este tamaño.</translation>
  </message>
  <message>
   <source>Its network does not have the channels that its card names.</source>
   <translation>Su red no tiene los canales que nombra su ficha.</translation>
  </message>
  <message>
   <source>Its network has more than one input or output.</source>
   <translation>Su red tiene más de una entrada o salida.</translation>
  </message>
  <message>
   <source>Its network is damaged.</source>
   <translation>Su red está dañada.</translation>
  </message>
  <message>
   <source>Its newest labels are empty: no voxel is marked.</source>
   <translation>Sus etiquetas más recientes están vacías: no hay ningún vóxel marcado.</translation>
  </message>
  <message>
   <source>Its number is missing.</source>
   <translation>Falta su número.</translation>
  </message>
  <message>
   <source>Its outline is drawn on T1Gd (upper row) and FLAIR (lower row).</source>
   <translation>Su contorno está dibujado en T1Gd (fila superior) y FLAIR (fila inferior).</translation>
  </message>
  <message>
   <source>Its passphrase is another one, or the key is damaged.</source>
   <translation>Su frase de contraseña es otra o la clave está dañada.</translation>
  </message>
  <message>
   <source>Its records are lost: {1} is missing or empty.</source>
   <translation>Sus registros se perdieron: {1} falta o está vacío.</translation>
  </message>
  <message>
   <source>Its records could not be read.</source>
   <translation>No se pudieron leer sus registros.</translation>
  </message>
  <message>
   <source>Its records have schema {1}, this program knows {2}.</source>
   <translation>Sus registros tienen el esquema {1}; este programa conoce el {2}.</translation>
  </message>
  <message>
   <source>Its series are not converted yet.</source>
   <translation>Sus series aún no se han convertido.</translation>
  </message>
  <message>
   <source>Its signature does not hold: it was changed after it was signed.</source>
   <translation>Su firma no es válida: se cambió después de firmarlo.</translation>
  </message>
  <message>
   <source>Its signature is longer than any.</source>
   <translation>Su firma es más larga que ninguna.</translation>
  </message>
  <message>
   <source>Its site is not in the plan.</source>
   <translation>Su centro no está en el plan.</translation>
  </message>
  <message>
   <source>Its slices are shifted against each other by {1} degrees (gantry tilt).</source>
   <translation>Sus cortes están desplazados entre sí {1} grados (inclinación del gantry).</translation>
  </message>
  <message>
   <source>Its slices have different sizes; images of several series are mixed.</source>
   <translation>Sus cortes tienen tamaños distintos; hay imágenes de varias series mezcladas.</translation>
  </message>
  <message>
   <source>Its values mean something only through a table (Modality LUT).</source>
   <translation>Sus valores solo significan algo mediante una tabla (Modality LUT).</translation>
  </message>
  <message>
   <source>Its voxels are colours or complex numbers.</source>
   <translation>Sus vóxeles son colores o números complejos.</translation>
  </message>
  <message>
   <source>Its {1} is compressed, as no model's is.</source>
   <translation>Su {1} está comprimido, como no lo está el de ningún modelo.</translation>
  </message>
  <message>
   <source>Its {1} was changed after the model was made.</source>
   <translation>Su {1} se cambió después de hacer el modelo.</translation>
  </message>
  <message>
   <source>Keeping the headers</source>
   <translation>Guardando las cabeceras</translation>
  </message>
  <message>
   <source>Label values</source>
   <translation>Valores de las etiquetas</translation>
  </message>
  <message>
   <source>Labels that it speaks of are not in it.</source>
   <translation>No contiene etiquetas de las que habla.</translation>
  </message>
  <message>
   <source>Leaving the parts that matter most in 32 bits did not help either.</source>
   <translation>Dejar en 32 bits las partes más importantes tampoco ayudó.</translation>
  </message>
  <message>
   <source>Left and right rest on the image's header alone: were all four images mirrored alike, no program could see it.</source>
   <translation>Izquierda y derecha dependen solo de la cabecera de la imagen: si las cuatro estuvieran reflejadas por igual, ningún programa podría verlo.</translation>
  </message>
  <message>
   <source>Let a time service set it: certificates may be refused, and the ledger's times are wrong.</source>
   <translation>Deje que lo ajuste un servicio de hora: los certificados pueden ser rechazados y las horas del registro de envíos son falsas.</translation>
  </message>
  <message>
   <source>Line {1} of the edit journal cannot be used.</source>
   <translation>La línea {1} del diario de cambios no se puede usar.</translation>
  </message>
  <message>
   <source>Line {1} of the ledger is not what was written.</source>
   <translation>La línea {1} del registro de envíos no es lo que se escribió.</translation>
  </message>
  <message>
   <source>Listing files</source>
   <translation>Enumerando archivos</translation>
  </message>
  <message>
   <source>Listing files: {1}</source>
   <translation>Enumerando archivos: {1}</translation>
  </message>
  <message>
   <source>Loading the model</source>
   <translation>Cargando el modelo</translation>
  </message>
  <message>
   <source>Looking at the cases</source>
   <translation>Mirando los casos</translation>
  </message>
  <message>
   <source>Looking at the files</source>
   <translation>Mirar los archivos</translation>
  </message>
  <message>
   <source>Looking at what is set aside</source>
   <translation>Mirar lo apartado</translation>
  </message>
  <message>
   <source>Looking at what is set aside: {1} of {2}</source>
   <translation>Mirando lo apartado: {1} de {2}</translation>
  </message>
  <message>
   <source>Looking for patients' names</source>
   <translation>Buscar nombres de pacientes</translation>
  </message>
  <message>
   <source>Looking where they disagree</source>
   <translation>Buscando dónde discrepan</translation>
  </message>
  <message>
   <source>Making a backup</source>
   <translation>Hacer una copia de seguridad</translation>
  </message>
  <message>
   <source>Making a demo patient</source>
   <translation>Crear un paciente de demostración</translation>
  </message>
  <message>
   <source>Making the model small and quick</source>
   <translation>Haciendo el modelo pequeño y rápido</translation>
  </message>
  <message>
   <source>Making the parts that matter exact again</source>
   <translation>Devolviendo la exactitud a las partes importantes</translation>
  </message>
  <message>
   <source>Mean Dice</source>
   <translation>Dice medio</translation>
  </message>
  <message>
   <source>Measuring what a round takes</source>
   <translation>Midiendo lo que dura una ronda</translation>
  </message>
  <message>
   <source>Memory</source>
   <translation>Memoria</translation>
  </message>
  <message>
   <source>Mixing the contrasts</source>
   <translation>Mezclando los contrastes</translation>
  </message>
  <message>
   <source>More than {1}.</source>
   <translation>Más de {1}.</translation>
  </message>
  <message>
   <source>Most of {1} is exactly zero: the skull may have been taken off before.</source>
   <translation>La mayor parte de {1} es exactamente cero: puede que ya se quitara el cráneo.</translation>
  </message>
  <message>
   <source>Moved by 5 mm or 5 degrees, {1} % of the likeness would be lost: that is how sharply this position stands out.</source>
   <translation>Movidas 5 mm o 5 grados, se perdería el {1} % de la semejanza: así de nítida es esta posición.</translation>
  </message>
  <message>
   <source>Name two versions of one case.</source>
   <translation>Nombre dos versiones de un caso.</translation>
  </message>
  <message>
   <source>No DICOM headers are kept of this series: it came as NIfTI, or is not converted.</source>
   <translation>No se guardan cabeceras DICOM de esta serie: llegó como NIfTI o no se ha convertido.</translation>
  </message>
  <message>
   <source>No approved case is on the training side.</source>
   <translation>No hay ningún caso aprobado en el lado de entrenamiento.</translation>
  </message>
  <message>
   <source>No approved case is on the validation side of the split.</source>
   <translation>No hay ningún caso aprobado en el lado de validación de la división.</translation>
  </message>
  <message>
   <source>No brain is to be seen.</source>
   <translation>No se ve ningún cerebro.</translation>
  </message>
  <message>
   <source>No candidate came through. {1}</source>
   <translation>Ningún candidato lo consiguió. {1}</translation>
  </message>
  <message>
   <source>No case is approved yet.</source>
   <translation>Aún no hay casos aprobados.</translation>
  </message>
  <message>
   <source>No case of {1} can be used.</source>
   <translation>No se puede usar ningún caso de {1}.</translation>
  </message>
  <message>
   <source>No case validates: no score is sent.</source>
   <translation>No valida ningún caso: no se envía puntuación.</translation>
  </message>
  <message>
   <source>No certificate can bear {1} as a server's name.</source>
   <translation>Ningún certificado puede llevar {1} como nombre de servidor.</translation>
  </message>
  <message>
   <source>No certificate was taken in yet.</source>
   <translation>Aún no se ha tomado ningún certificado.</translation>
  </message>
  <message>
   <source>No enhancing tumour</source>
   <translation>Sin tumor con realce</translation>
  </message>
  <message>
   <source>No folder can be made there.</source>
   <translation>Ahí no se puede crear ninguna carpeta.</translation>
  </message>
  <message>
   <source>No head is to be seen.</source>
   <translation>No se ve ninguna cabeza.</translation>
  </message>
  <message>
   <source>No headers of the series are kept.</source>
   <translation>No se guardan cabeceras de la serie.</translation>
  </message>
  <message>
   <source>No image is named there.</source>
   <translation>Ahí no se nombra ninguna imagen.</translation>
  </message>
  <message>
   <source>No image lies under {1}.</source>
   <translation>No hay ninguna imagen en {1}.</translation>
  </message>
  <message>
   <source>No known signer has this fingerprint.</source>
   <translation>Ningún firmante conocido tiene esta huella.</translation>
  </message>
  <message>
   <source>No label scheme uses all the values found.</source>
   <translation>Ningún esquema de etiquetas usa todos los valores encontrados.</translation>
  </message>
  <message>
   <source>No member of the fusion came through for it.</source>
   <translation>Ningún miembro de la fusión lo consiguió.</translation>
  </message>
  <message>
   <source>No model has been chosen yet.</source>
   <translation>Aún no se ha elegido ningún modelo.</translation>
  </message>
  <message>
   <source>No model here is called {1}.</source>
   <translation>Ningún modelo de aquí se llama {1}.</translation>
  </message>
  <message>
   <source>No model was named.</source>
   <translation>No se nombró ningún modelo.</translation>
  </message>
  <message>
   <source>No patient is named there.</source>
   <translation>Ahí no se nombra a ningún paciente.</translation>
  </message>
  <message>
   <source>No picture: its pixels cannot be shown.</source>
   <translation>Sin imagen: sus píxeles no se pueden mostrar.</translation>
  </message>
  <message>
   <source>No picture: text may be burnt into it.</source>
   <translation>Sin imagen: puede llevar texto grabado.</translation>
  </message>
  <message>
   <source>No request was made here.</source>
   <translation>Aquí no se hizo ninguna solicitud.</translation>
  </message>
  <message>
   <source>No round was scored yet; name one.</source>
   <translation>Aún no se ha evaluado ninguna ronda; nombre una.</translation>
  </message>
  <message>
   <source>No split has been drawn yet.</source>
   <translation>Aún no se ha sorteado ninguna división.</translation>
  </message>
  <message>
   <source>No time service keeps this computer's clock.</source>
   <translation>Ningún servicio de hora ajusta el reloj de este equipo.</translation>
  </message>
  <message>
   <source>No {1}: confirm that the tumour has none</source>
   <translation>Sin {1}: confirme que el tumor no tiene</translation>
  </message>
  <message>
   <source>Nobody has said whether the case was scanned before or after surgery.</source>
   <translation>Nadie ha dicho si el caso se adquirió antes o después de la cirugía.</translation>
  </message>
  <message>
   <source>None is set.</source>
   <translation>No hay ninguno definido.</translation>
  </message>
  <message>
   <source>None of its classes is a part of a tumour.</source>
   <translation>Ninguna de sus clases es parte de un tumor.</translation>
  </message>
  <message>
   <source>None of its {1} names is known here.</source>
   <translation>Ninguno de sus {1} nombres se conoce aquí.</translation>
  </message>
  <message>
   <source>Normalising the images</source>
   <translation>Normalizando las imágenes</translation>
  </message>
  <message>
   <source>Not approved: {1}.</source>
   <translation>Sin aprobar: {1}.</translation>
  </message>
  <message>
   <source>Not even a single patch of the network fits.</source>
   <translation>No cabe ni un solo fragmento de la red.</translation>
  </message>
  <message>
   <source>Not even a small part of the brain fits.</source>
   <translation>No cabe ni una pequeña parte del cerebro.</translation>
  </message>
  <message>
   <source>Not there yet: make the request, and take in the owner's answer.</source>
   <translation>Aún no está: haga la solicitud y tome la respuesta del titular.</translation>
  </message>
  <message>
   <source>Nothing has been labelled yet.</source>
   <translation>Aún no hay nada etiquetado.</translation>
  </message>
  <message>
   <source>Nothing has been proposed or drawn for this case yet.</source>
   <translation>Aún no se ha propuesto ni dibujado nada para este caso.</translation>
  </message>
  <message>
   <source>Nothing is labelled</source>
   <translation>No hay nada etiquetado</translation>
  </message>
  <message>
   <source>Nothing listens at the server's port: it may be stopped.</source>
   <translation>Nada escucha en el puerto del servidor: puede estar detenido.</translation>
  </message>
  <message>
   <source>Nothing was drawn or approved here since the package came.</source>
   <translation>Aquí no se dibujó ni aprobó nada desde que llegó el paquete.</translation>
  </message>
  <message>
   <source>Nothing was registered and nothing interpolated: the transforms are the identity. Left and right rest on the images' headers alone.</source>
   <translation>No se registró ni se interpoló nada: las transformaciones son la identidad. Izquierda y derecha dependen solo de las cabeceras de las imágenes.</translation>
  </message>
  <message>
   <source>Of {1} labelled voxels {2} lie on the images of the series.</source>
   <translation>De {1} vóxeles etiquetados, {2} están en las imágenes de la serie.</translation>
  </message>
  <message>
   <source>Of {1} places one place has more than one slice.</source>
   <translation>De {1} lugares, uno tiene más de un corte.</translation>
  </message>
  <message>
   <source>Of {1} places one slice is missing.</source>
   <translation>De {1} lugares falta un corte.</translation>
  </message>
  <message>
   <source>Of {1} places {2} missing.</source>
   <translation>De {1} lugares faltan: {2}.</translation>
  </message>
  <message>
   <source>Of {1} places {2} more than one slice.</source>
   <translation>De {1} lugares, {2} más de un corte.</translation>
  </message>
  <message>
   <source>Of {1} places {2} places have more than one slice.</source>
   <translation>De {1} lugares, {2} tienen más de un corte.</translation>
  </message>
  <message>
   <source>Of {1} places {2} slices are missing.</source>
   <translation>De {1} lugares faltan {2} cortes.</translation>
  </message>
  <message>
   <source>On its card, {1}.</source>
   <translation>En su ficha, {1}.</translation>
  </message>
  <message>
   <source>On this series' grid no voxel is marked.</source>
   <translation>En la rejilla de esta serie no hay ningún vóxel marcado.</translation>
  </message>
  <message>
   <source>One case tells little, and has no interval: more would tell more surely.</source>
   <translation>Un caso dice poco y no tiene intervalo: más lo dirían con más seguridad.</translation>
  </message>
  <message>
   <source>One piece</source>
   <translation>Un fragmento</translation>
  </message>
  <message>
   <source>One step or one scored case took so long here that measuring was ended.</source>
   <translation>Un paso o un caso evaluado tardó tanto aquí que se terminó la medición.</translation>
  </message>
  <message>
   <source>Only an archive lies there; unpack it first.</source>
   <translation>Ahí solo hay un archivo comprimido; desempaquételo antes.</translation>
  </message>
  <message>
   <source>Only {1} % of the brain is inside the field of view of {2}.</source>
   <translation>Solo el {1} % del cerebro está dentro del campo de visión de {2}.</translation>
  </message>
  <message>
   <source>Only {1} % of the brain is inside the field of view.</source>
   <translation>Solo el {1} % del cerebro está dentro del campo de visión.</translation>
  </message>
  <message>
   <source>Opening images</source>
   <translation>Abriendo imágenes</translation>
  </message>
  <message>
   <source>Over http the password would travel unprotected: use https.</source>
   <translation>Por http la contraseña viajaría sin protección: use https.</translation>
  </message>
  <message>
   <source>Preparing {1}</source>
   <translation>Preparar {1}</translation>
  </message>
  <message>
   <source>Proposed by a model, corrected by a person</source>
   <translation>Propuesto por un modelo, corregido por una persona</translation>
  </message>
  <message>
   <source>Proposed by a model, not corrected</source>
   <translation>Propuesto por un modelo, sin corregir</translation>
  </message>
  <message>
   <source>Proxy</source>
   <translation>Proxy</translation>
  </message>
  <message>
   <source>Publishing round {1} of {2}</source>
   <translation>Publicar la ronda {1} de {2}</translation>
  </message>
  <message>
   <source>Put the case away first.</source>
   <translation>Deje antes el caso.</translation>
  </message>
  <message>
   <source>Quantizing {1}</source>
   <translation>Reducir {1}</translation>
  </message>
  <message>
   <source>Read and check</source>
   <translation>Leer y comprobar</translation>
  </message>
  <message>
   <source>Reading DICOM headers</source>
   <translation>Leer cabeceras DICOM</translation>
  </message>
  <message>
   <source>Reading a case</source>
   <translation>Leyendo un caso</translation>
  </message>
  <message>
   <source>Reading case {1} of {2}</source>
   <translation>Leyendo el caso {1} de {2}</translation>
  </message>
  <message>
   <source>Reading it again</source>
   <translation>Leyéndola de nuevo</translation>
  </message>
  <message>
   <source>Reading its weights</source>
   <translation>Leyendo sus pesos</translation>
  </message>
  <message>
   <source>Reading slice by slice</source>
   <translation>Leyendo corte por corte</translation>
  </message>
  <message>
   <source>Reading the atlas</source>
   <translation>Leyendo el atlas</translation>
  </message>
  <message>
   <source>Reading the candidates</source>
   <translation>Leyendo los candidatos</translation>
  </message>
  <message>
   <source>Reading the headers</source>
   <translation>Leyendo las cabeceras</translation>
  </message>
  <message>
   <source>Reading the images</source>
   <translation>Leyendo las imágenes</translation>
  </message>
  <message>
   <source>Reading the labels</source>
   <translation>Leyendo las etiquetas</translation>
  </message>
  <message>
   <source>Reading the model</source>
   <translation>Leyendo el modelo</translation>
  </message>
  <message>
   <source>Reading what it proposed before</source>
   <translation>Leyendo lo que propuso antes</translation>
  </message>
  <message>
   <source>Receiving images</source>
   <translation>Recibir imágenes</translation>
  </message>
  <message>
   <source>Resample once to the atlas grid</source>
   <translation>Remuestrear una vez a la rejilla del atlas</translation>
  </message>
  <message>
   <source>Round {1} of {2}</source>
   <translation>Ronda {1} de {2}</translation>
  </message>
  <message>
   <source>Scores</source>
   <translation>Puntuaciones</translation>
  </message>
  <message>
   <source>Scoring a case</source>
   <translation>Evaluando un caso</translation>
  </message>
  <message>
   <source>Scoring case {1} of {2}</source>
   <translation>Evaluando el caso {1} de {2}</translation>
  </message>
  <message>
   <source>Scoring every round</source>
   <translation>Evaluar cada ronda</translation>
  </message>
  <message>
   <source>Scoring the network in f32</source>
   <translation>Evaluando la red en f32</translation>
  </message>
  <message>
   <source>Scoring the network in int8</source>
   <translation>Evaluando la red en int8</translation>
  </message>
  <message>
   <source>Scorings of a case: {1}, of {2} s.</source>
   <translation>Evaluaciones de un caso: {1}, de {2} s.</translation>
  </message>
  <message>
   <source>Segmenting part {1} of {2}</source>
   <translation>Segmentando la parte {1} de {2}</translation>
  </message>
  <message>
   <source>Segmenting the whole brain at once</source>
   <translation>Segmentando todo el cerebro a la vez</translation>
  </message>
  <message>
   <source>Segmenting {1}</source>
   <translation>Segmentar {1}</translation>
  </message>
  <message>
   <source>Sending {1} to {2}</source>
   <translation>Enviar {1} a {2}</translation>
  </message>
  <message>
   <source>Server</source>
   <translation>Servidor</translation>
  </message>
  <message>
   <source>Set ({1}); it must let gRPC through, or exempt the server.</source>
   <translation>Definido ({1}); debe dejar pasar gRPC o exceptuar el servidor.</translation>
  </message>
  <message>
   <source>Several federations fit: say which, {1}.</source>
   <translation>Encajan varias federaciones: diga cuál, {1}.</translation>
  </message>
  <message>
   <source>Shaping the anatomy</source>
   <translation>Dando forma a la anatomía</translation>
  </message>
  <message>
   <source>Shaping the head</source>
   <translation>Dando forma a la cabeza</translation>
  </message>
  <message>
   <source>Show two candidates or more: one alone cannot be fused.</source>
   <translation>Muestre dos candidatos o más: uno solo no se puede fusionar.</translation>
  </message>
  <message>
   <source>Simulating a federation</source>
   <translation>Simular una federación</translation>
  </message>
  <message>
   <source>Some of its voxels are not numbers.</source>
   <translation>Algunos de sus vóxeles no son números.</translation>
  </message>
  <message>
   <source>Some of the images could not be sent.</source>
   <translation>No se pudieron enviar algunas de las imágenes.</translation>
  </message>
  <message>
   <source>Some values are not numbers.</source>
   <translation>Algunos valores no son números.</translation>
  </message>
  <message>
   <source>Some values are not whole numbers between 0 and 255.</source>
   <translation>Algunos valores no son números enteros entre 0 y 255.</translation>
  </message>
  <message>
   <source>Some voxels are not numbers.</source>
   <translation>Algunos vóxeles no son números.</translation>
  </message>
  <message>
   <source>Something in its plan is not of the kind that belongs there.</source>
   <translation>Algo en su plan no es del tipo que corresponde.</translation>
  </message>
  <message>
   <source>Something is in it already.</source>
   <translation>Ya hay algo dentro.</translation>
  </message>
  <message>
   <source>Something on its card is not of the kind that belongs there.</source>
   <translation>Algo en su ficha no es del tipo que corresponde.</translation>
  </message>
  <message>
   <source>Something was changed by hand meanwhile; it is prepared again with that.</source>
   <translation>Algo se cambió a mano mientras tanto; se prepara de nuevo con ello.</translation>
  </message>
  <message>
   <source>Starting the federation's server</source>
   <translation>Iniciando el servidor de la federación</translation>
  </message>
  <message>
   <source>Steps of training: {1}, of {2} s.</source>
   <translation>Pasos de entrenamiento: {1}, de {2} s.</translation>
  </message>
  <message>
   <source>Sub-compartments</source>
   <translation>Partes del tumor</translation>
  </message>
  <message>
   <source>T1, T1Gd, T2 and FLAIR from top to bottom, interpolated once. At least {1} % of where the brain lies in the atlas is inside every field of view.</source>
   <translation>T1, T1Gd, T2 y FLAIR de arriba abajo, interpoladas una vez. Al menos el {1} % de donde está el cerebro en el atlas queda dentro de cada campo de visión.</translation>
  </message>
  <message>
   <source>T1-FLAIR by its timing (TI {1} ms, TE {2} ms), not a native T1</source>
   <translation>T1-FLAIR por sus tiempos (TI {1} ms, TE {2} ms), no un T1 nativo</translation>
  </message>
  <message>
   <source>T1Gd to the SRI24 atlas</source>
   <translation>T1Gd al atlas SRI24</translation>
  </message>
  <message>
   <source>Taking a step of training</source>
   <translation>Dando un paso de entrenamiento</translation>
  </message>
  <message>
   <source>Tensors are missing.</source>
   <translation>Faltan tensores.</translation>
  </message>
  <message>
   <source>Testing {1}</source>
   <translation>Probar {1}</translation>
  </message>
  <message>
   <source>That is too much: the new model runs in 32 bits, slower and exactly as it was trained.</source>
   <translation>Es demasiado: el modelo nuevo funciona en 32 bits, más lento y exactamente como se entrenó.</translation>
  </message>
  <message>
   <source>The NIfTI file goes on and on after its last voxel.</source>
   <translation>El archivo NIfTI sigue y sigue tras su último vóxel.</translation>
  </message>
  <message>
   <source>The NIfTI file is damaged or cut short.</source>
   <translation>El archivo NIfTI está dañado o cortado.</translation>
  </message>
  <message>
   <source>The NIfTI header is damaged or cut short.</source>
   <translation>La cabecera NIfTI está dañada o cortada.</translation>
  </message>
  <message>
   <source>The PACS asks for a certificate that it trusts, and did not get one.</source>
   <translation>El PACS pide un certificado en el que confíe y no lo recibió.</translation>
  </message>
  <message>
   <source>The SRI24 atlas was not found.</source>
   <translation>No se encontró el atlas SRI24.</translation>
  </message>
  <message>
   <source>The address cannot be used.</source>
   <translation>No se puede usar la dirección.</translation>
  </message>
  <message>
   <source>The address is not that of a DICOMweb service that offers this (405).</source>
   <translation>La dirección no es la de un servicio DICOMweb que ofrezca esto (405).</translation>
  </message>
  <message>
   <source>The archive holds a file larger than any image.</source>
   <translation>El archivo contiene un fichero mayor que cualquier imagen.</translation>
  </message>
  <message>
   <source>The archive holds more than {1} files; it is not opened.</source>
   <translation>El archivo contiene más de {1} ficheros; no se abre.</translation>
  </message>
  <message>
   <source>The archive unpacks to far more than images would; it is not opened.</source>
   <translation>El archivo se desempaqueta en mucho más de lo que ocuparían las imágenes; no se abre.</translation>
  </message>
  <message>
   <source>The backup needs {1} GB, and {2} GB are free.</source>
   <translation>La copia necesita {1} GB y hay {2} GB libres.</translation>
  </message>
  <message>
   <source>The backup was sealed with another.</source>
   <translation>La copia se selló con otra.</translation>
  </message>
  <message>
   <source>The brain as it came</source>
   <translation>El cerebro tal como llegó</translation>
  </message>
  <message>
   <source>The brain extraction gave a mask on another grid.</source>
   <translation>La extracción del cerebro dio una máscara en otra rejilla.</translation>
  </message>
  <message>
   <source>The brain found measures {1} ml only.</source>
   <translation>El cerebro encontrado mide solo {1} ml.</translation>
  </message>
  <message>
   <source>The brain found measures {1} ml, in {2} {3}.</source>
   <translation>El cerebro encontrado mide {1} ml, fragmentos: {2}.</translation>
  </message>
  <message>
   <source>The call was broken off.</source>
   <translation>La llamada se interrumpió.</translation>
  </message>
  <message>
   <source>The card is not there.</source>
   <translation>La ficha no está.</translation>
  </message>
  <message>
   <source>The card of {1} {2} does not say whether it ever saw scans {3} surgery.</source>
   <translation>La ficha de {1} {2} no dice si alguna vez vio exámenes «{3}» (cirugía).</translation>
  </message>
  <message>
   <source>The certificate of the PACS has expired.</source>
   <translation>El certificado del PACS ha caducado.</translation>
  </message>
  <message>
   <source>The certificate of the PACS is not trusted: this computer does not know who signed it.</source>
   <translation>No se confía en el certificado del PACS: este equipo no sabe quién lo firmó.</translation>
  </message>
  <message>
   <source>The certificate of the PACS is not valid yet; or this computer's clock is wrong.</source>
   <translation>El certificado del PACS aún no es válido; o el reloj de este equipo va mal.</translation>
  </message>
  <message>
   <source>The certificate of the PACS was made for another name than {1}.</source>
   <translation>El certificado del PACS se hizo para otro nombre que {1}.</translation>
  </message>
  <message>
   <source>The certificate of the PACS was not accepted (number {1}).</source>
   <translation>No se aceptó el certificado del PACS (número {1}).</translation>
  </message>
  <message>
   <source>The certificate the server shows is not a server's.</source>
   <translation>El certificado que muestra el servidor no es de servidor.</translation>
  </message>
  <message>
   <source>The chosen series could not be converted.</source>
   <translation>No se pudo convertir la serie elegida.</translation>
  </message>
  <message>
   <source>The clock says {1} UTC on {2}: compare it with another one.</source>
   <translation>El reloj marca {1} UTC del {2}: compárelo con otro.</translation>
  </message>
  <message>
   <source>The computer {1} refused the connection at port {2}: nobody listens.</source>
   <translation>El equipo {1} rechazó la conexión en el puerto {2}: nadie escucha.</translation>
  </message>
  <message>
   <source>The connection could not be made.</source>
   <translation>No se pudo establecer la conexión.</translation>
  </message>
  <message>
   <source>The connection was closed while it was being protected: TLS may not be spoken there.</source>
   <translation>La conexión se cerró mientras se protegía: puede que ahí no se hable TLS.</translation>
  </message>
  <message>
   <source>The connection was refused: nobody listens at this address and port.</source>
   <translation>La conexión fue rechazada: nadie escucha en esta dirección y puerto.</translation>
  </message>
  <message>
   <source>The converted volume does not lie where the headers say.</source>
   <translation>El volumen convertido no está donde dicen las cabeceras.</translation>
  </message>
  <message>
   <source>The converter did not come to an end.</source>
   <translation>El conversor no llegó al final.</translation>
  </message>
  <message>
   <source>The directions of its rows and columns make no sense.</source>
   <translation>Las direcciones de sus filas y columnas no tienen sentido.</translation>
  </message>
  <message>
   <source>The distance between its slices varies from {1}.</source>
   <translation>La distancia entre sus cortes varía de {1}.</translation>
  </message>
  <message>
   <source>The edits after edit {1} are damaged.</source>
   <translation>Los cambios posteriores al cambio {1} están dañados.</translation>
  </message>
  <message>
   <source>The edits were not opened.</source>
   <translation>Las ediciones no se abrieron.</translation>
  </message>
  <message>
   <source>The field of view of {1} ends within the head at the {2}: {3} cm2.</source>
   <translation>El campo de visión de {1} termina dentro de la cabeza ({2}): {3} cm2.</translation>
  </message>
  <message>
   <source>The field of view of {1} ends within the head.</source>
   <translation>El campo de visión de {1} termina dentro de la cabeza.</translation>
  </message>
  <message>
   <source>The file cannot be opened.</source>
   <translation>No se puede abrir el archivo.</translation>
  </message>
  <message>
   <source>The file cannot be read.</source>
   <translation>No se puede leer el archivo.</translation>
  </message>
  <message>
   <source>The file could not be opened.</source>
   <translation>No se pudo abrir el archivo.</translation>
  </message>
  <message>
   <source>The file facts.db belongs to another program.</source>
   <translation>El archivo facts.db es de otro programa.</translation>
  </message>
  <message>
   <source>The file holds no certificate in PEM form.</source>
   <translation>El archivo no contiene ningún certificado en formato PEM.</translation>
  </message>
  <message>
   <source>The file holds no private key in PEM form.</source>
   <translation>El archivo no contiene ninguna clave privada en formato PEM.</translation>
  </message>
  <message>
   <source>The file is far too large for this.</source>
   <translation>El archivo es demasiado grande para esto.</translation>
  </message>
  <message>
   <source>The file is not a certificate.</source>
   <translation>El archivo no es un certificado.</translation>
  </message>
  <message>
   <source>The file is not an invitation, or it is damaged.</source>
   <translation>El archivo no es una invitación o está dañado.</translation>
  </message>
  <message>
   <source>The file is not there.</source>
   <translation>El archivo no está.</translation>
  </message>
  <message>
   <source>The file may not be read.</source>
   <translation>No se permite leer el archivo.</translation>
  </message>
  <message>
   <source>The file of the {1} is not there.</source>
   <translation>El archivo ({1}) no está.</translation>
  </message>
  <message>
   <source>The file of {1} is missing or cannot be read.</source>
   <translation>El archivo de {1} falta o no se puede leer.</translation>
  </message>
  <message>
   <source>The file of {1} was changed or is damaged: its hash is not the known one.</source>
   <translation>El archivo de {1} se cambió o está dañado: su hash no es el conocido.</translation>
  </message>
  <message>
   <source>The file {1} is not what was written.</source>
   <translation>El archivo {1} no es lo que se escribió.</translation>
  </message>
  <message>
   <source>The folder holds no case in the names of BraTS with a label map.</source>
   <translation>La carpeta no contiene ningún caso con nombres BraTS y mapa de etiquetas.</translation>
  </message>
  <message>
   <source>The folder holds no case with four contrasts and labels.</source>
   <translation>La carpeta no contiene ningún caso con cuatro secuencias y etiquetas.</translation>
  </message>
  <message>
   <source>The folder holds no network that is known here: see Help on models of other makes.</source>
   <translation>La carpeta no contiene ninguna red conocida aquí: vea la ayuda sobre modelos de otra procedencia.</translation>
  </message>
  <message>
   <source>The folder lies on a drive of the kind {1}.</source>
   <translation>La carpeta está en una unidad del tipo {1}.</translation>
  </message>
  <message>
   <source>The head in {1} overlaps by {2} only ({3} is needed).</source>
   <translation>La cabeza en {1} se solapa solo en {2} (hace falta {3}).</translation>
  </message>
  <message>
   <source>The header of one of its files cannot be de-identified.</source>
   <translation>No se puede desidentificar la cabecera de uno de sus archivos.</translation>
  </message>
  <message>
   <source>The header of one of its files cannot be written again.</source>
   <translation>No se puede volver a escribir la cabecera de uno de sus archivos.</translation>
  </message>
  <message>
   <source>The headers do not say where each image lies.</source>
   <translation>Las cabeceras no dicen dónde está cada imagen.</translation>
  </message>
  <message>
   <source>The headers of the series have no {1}.</source>
   <translation>Las cabeceras de la serie no tienen {1}.</translation>
  </message>
  <message>
   <source>The headers promise {1} voxels, but {2} came out.</source>
   <translation>Las cabeceras prometen {1} vóxeles, pero salieron {2}.</translation>
  </message>
  <message>
   <source>The heads overlap by {1}.</source>
   <translation>Las cabezas se solapan en {1}.</translation>
  </message>
  <message>
   <source>The images do not say which is {1} and which is {2}: {3}. One may have been taken twice, or there is nothing to tell them apart by; look at them.</source>
   <translation>Las imágenes no dicen cuál es {1} y cuál es {2}: {3}. Puede que una se tomara dos veces o que nada las distinga; mírelas.</translation>
  </message>
  <message>
   <source>The images of its case were made anew since the case came here. Send back what was drawn here, then forget the case here and take the package in again.</source>
   <translation>Las imágenes de su caso se rehicieron desde que llegó aquí. Devuelva lo dibujado aquí, olvide después el caso y tome el paquete de nuevo.</translation>
  </message>
  <message>
   <source>The images of the series have different sizes.</source>
   <translation>Las imágenes de la serie tienen tamaños distintos.</translation>
  </message>
  <message>
   <source>The images stand on the atlas grid (240 x 240 x 155, 1 mm) and at least 70 % of every image is exactly zero: they were prepared before. They are taken as they are; registration and brain extraction are not done again.</source>
   <translation>Las imágenes están en la rejilla del atlas (240 x 240 x 155, 1 mm) y al menos el 70 % de cada una es exactamente cero: ya se habían preparado. Se toman como están; no se repiten el registro ni la extracción del cerebro.</translation>
  </message>
  <message>
   <source>The images were not opened.</source>
   <translation>Las imágenes no se abrieron.</translation>
  </message>
  <message>
   <source>The import had ended before; choose the folder again if a case is missing.</source>
   <translation>La importación ya había terminado; elija de nuevo la carpeta si falta un caso.</translation>
  </message>
  <message>
   <source>The initial model scored best: no round is better yet.</source>
   <translation>El modelo inicial puntuó mejor: ninguna ronda es mejor todavía.</translation>
  </message>
  <message>
   <source>The inputs on its card are not contrasts of this program: {1}.</source>
   <translation>Las entradas de su ficha no son secuencias de este programa: {1}.</translation>
  </message>
  <message>
   <source>The inputs on its card name a contrast twice.</source>
   <translation>Las entradas de su ficha nombran una secuencia dos veces.</translation>
  </message>
  <message>
   <source>The interval reaches beyond that: more cases would tell more surely.</source>
   <translation>El intervalo va más allá: más casos lo dirían con más seguridad.</translation>
  </message>
  <message>
   <source>The job "{1}" works with it; wait for it or cancel it.</source>
   <translation>La tarea "{1}" trabaja con él; espérela o cancélela.</translation>
  </message>
  <message>
   <source>The kept headers of a series are too large.</source>
   <translation>Las cabeceras guardadas de una serie son demasiado grandes.</translation>
  </message>
  <message>
   <source>The kept headers of a series cannot be read.</source>
   <translation>No se pueden leer las cabeceras guardadas de una serie.</translation>
  </message>
  <message>
   <source>The key is damaged.</source>
   <translation>La clave está dañada.</translation>
  </message>
  <message>
   <source>The key is not where it was kept.</source>
   <translation>La clave no está donde se guardó.</translation>
  </message>
  <message>
   <source>The key is of another kind.</source>
   <translation>La clave es de otro tipo.</translation>
  </message>
  <message>
   <source>The key of the federation's authority is in another workspace.</source>
   <translation>La clave de la autoridad de la federación está en otro espacio de trabajo.</translation>
  </message>
  <message>
   <source>The key that was found is another one.</source>
   <translation>La clave encontrada es otra.</translation>
  </message>
  <message>
   <source>The label schemes are {1}.</source>
   <translation>Los esquemas de etiquetas son {1}.</translation>
  </message>
  <message>
   <source>The labels stand on another grid than the images</source>
   <translation>Las etiquetas están en otra rejilla que las imágenes</translation>
  </message>
  <message>
   <source>The largest change must lie above 0 % and up to 100 % of the model's size.</source>
   <translation>El cambio máximo debe ser mayor que 0 % y hasta el 100 % del tamaño del modelo.</translation>
  </message>
  <message>
   <source>The ledger is damaged.</source>
   <translation>El registro de envíos está dañado.</translation>
  </message>
  <message>
   <source>The list of its files is not one.</source>
   <translation>La lista de sus archivos no lo es.</translation>
  </message>
  <message>
   <source>The mask holds {1} ml; a brain has {2} or more.</source>
   <translation>La máscara contiene {1} ml; un cerebro tiene {2} o más.</translation>
  </message>
  <message>
   <source>The mask that was drawn stands on another grid.</source>
   <translation>La máscara dibujada está en otra rejilla.</translation>
  </message>
  <message>
   <source>The memory takes patches of {1} voxels, not of {2}.</source>
   <translation>En la memoria caben recortes de {1} vóxeles, no de {2}.</translation>
  </message>
  <message>
   <source>The model has {1} million numbers; the best one by the mean Dice of the common model on the training sites' validation cases is selected.</source>
   <translation>El modelo tiene {1} millones de números; se elige el mejor según el Dice medio del modelo común en los casos de validación de los centros que entrenan.</translation>
  </message>
  <message>
   <source>The model is sure of only {1} of what it outlines; with a tumour it is mostly more than {2}.</source>
   <translation>El modelo solo está seguro de {1} de lo que contornea; con un tumor suele ser más de {2}.</translation>
  </message>
  <message>
   <source>The model needs {1}.</source>
   <translation>El modelo necesita {1}.</translation>
  </message>
  <message>
   <source>The model of round {1} is here already: {2}.</source>
   <translation>El modelo de la ronda {1} ya está aquí: {2}.</translation>
  </message>
  <message>
   <source>The model of round {1} was not kept; there are: {2}.</source>
   <translation>El modelo de la ronda {1} no se conservó; hay: {2}.</translation>
  </message>
  <message>
   <source>The model's card may name its outputs in another order than they come.</source>
   <translation>Quizá la ficha del modelo nombre sus salidas en un orden distinto del que llegan.</translation>
  </message>
  <message>
   <source>The name in the address was not found in the network.</source>
   <translation>No se encontró en la red el nombre de la dirección.</translation>
  </message>
  <message>
   <source>The name on its card is empty, too long, or holds signs that no name has.</source>
   <translation>El nombre de su ficha está vacío, es demasiado largo o contiene signos que ningún nombre tiene.</translation>
  </message>
  <message>
   <source>The name {1} was not found in the network.</source>
   <translation>No se encontró el nombre {1} en la red.</translation>
  </message>
  <message>
   <source>The network ran out of it.</source>
   <translation>A la red se le acabó.</translation>
  </message>
  <message>
   <source>The noise in {1} is strong: the head is {2} times as bright.</source>
   <translation>El ruido en {1} es fuerte: la cabeza es {2} veces más brillante.</translation>
  </message>
  <message>
   <source>The noise must lie between 0 and 1000 times the largest change.</source>
   <translation>El ruido debe estar entre 0 y 1000 veces el cambio máximo.</translation>
  </message>
  <message>
   <source>The object to send cannot be read.</source>
   <translation>No se puede leer el objeto que enviar.</translation>
  </message>
  <message>
   <source>The objects are too large for it (413).</source>
   <translation>Los objetos son demasiado grandes para él (413).</translation>
  </message>
  <message>
   <source>The outputs on its card name a region twice.</source>
   <translation>Las salidas de su ficha nombran una región dos veces.</translation>
  </message>
  <message>
   <source>The owner has changed the plan.</source>
   <translation>El titular ha cambiado el plan.</translation>
  </message>
  <message>
   <source>The plan does not know the site it is for.</source>
   <translation>El plan no conoce el centro para el que es.</translation>
  </message>
  <message>
   <source>The plan has not been agreed to, or the certificate has not come yet.</source>
   <translation>No se ha aceptado el plan o el certificado aún no ha llegado.</translation>
  </message>
  <message>
   <source>The plan knows these sites: {1}.</source>
   <translation>El plan conoce estos centros: {1}.</translation>
  </message>
  <message>
   <source>The plan waits {1}: this site would be late.</source>
   <translation>El plan espera {1}: este centro llegaría tarde.</translation>
  </message>
  <message>
   <source>The port must lie between 1 and 65535.</source>
   <translation>El puerto debe estar entre 1 y 65535.</translation>
  </message>
  <message>
   <source>The position {1} does more than turn and shift.</source>
   <translation>La posición {1} hace más que girar y desplazar.</translation>
  </message>
  <message>
   <source>The program has a fault there.</source>
   <translation>El programa tiene ahí un fallo.</translation>
  </message>
  <message>
   <source>The records could not be read.</source>
   <translation>No se pudieron leer los registros.</translation>
  </message>
  <message>
   <source>The recovery file is of another workspace.</source>
   <translation>El archivo de recuperación es de otro espacio de trabajo.</translation>
  </message>
  <message>
   <source>The recovery file opens with another.</source>
   <translation>El archivo de recuperación se abre con otra.</translation>
  </message>
  <message>
   <source>The registration found no plausible position.</source>
   <translation>El registro no encontró ninguna posición verosímil.</translation>
  </message>
  <message>
   <source>The registration gave up.</source>
   <translation>El registro se rindió.</translation>
  </message>
  <message>
   <source>The secret behind the pseudonyms (pseudonym.key) is damaged.</source>
   <translation>El secreto de los seudónimos (pseudonym.key) está dañado.</translation>
  </message>
  <message>
   <source>The series claims more than {1} million voxels.</source>
   <translation>La serie declara más de {1} millones de vóxeles.</translation>
  </message>
  <message>
   <source>The series has no files.</source>
   <translation>La serie no tiene archivos.</translation>
  </message>
  <message>
   <source>The series has only one slice.</source>
   <translation>La serie tiene solo un corte.</translation>
  </message>
  <message>
   <source>The series has only {1} slices.</source>
   <translation>La serie tiene solo {1} cortes.</translation>
  </message>
  <message>
   <source>The series has only {1}.</source>
   <translation>La serie solo tiene {1}.</translation>
  </message>
  <message>
   <source>The series holds {1} volumes of {2} slices each.</source>
   <translation>La serie contiene {1} volúmenes de {2} cortes cada uno.</translation>
  </message>
  <message>
   <source>The server broke the connection off.</source>
   <translation>El servidor cortó la conexión.</translation>
  </message>
  <message>
   <source>The server could not answer ({1}).</source>
   <translation>El servidor no pudo responder ({1}).</translation>
  </message>
  <message>
   <source>The server did not answer in time.</source>
   <translation>El servidor no respondió a tiempo.</translation>
  </message>
  <message>
   <source>The server does not answer; a firewall may be in between.</source>
   <translation>El servidor no responde; puede haber un cortafuegos en medio.</translation>
  </message>
  <message>
   <source>The server has kept no model yet.</source>
   <translation>El servidor aún no ha guardado ningún modelo.</translation>
  </message>
  <message>
   <source>The server has not told its time.</source>
   <translation>El servidor no ha dicho su hora.</translation>
  </message>
  <message>
   <source>The server has taken nothing for {1} seconds.</source>
   <translation>El servidor no ha tomado nada en {1} segundos.</translation>
  </message>
  <message>
   <source>The server knows this site and follows the plan that was sent.</source>
   <translation>El servidor conoce este centro y sigue el plan enviado.</translation>
  </message>
  <message>
   <source>The server's answer cannot be read: {1}.</source>
   <translation>No se puede leer la respuesta del servidor: {1}.</translation>
  </message>
  <message>
   <source>The server's certificate cannot be trusted.</source>
   <translation>No se puede confiar en el certificado del servidor.</translation>
  </message>
  <message>
   <source>The server's certificate does not come from this federation's owner.</source>
   <translation>El certificado del servidor no procede del titular de esta federación.</translation>
  </message>
  <message>
   <source>The server's certificate has run out.</source>
   <translation>El certificado del servidor ha caducado.</translation>
  </message>
  <message>
   <source>The server's certificate is for another address than the invitation gives.</source>
   <translation>El certificado del servidor es para otra dirección que la de la invitación.</translation>
  </message>
  <message>
   <source>The server's certificate is for another name than the invitation gives.</source>
   <translation>El certificado del servidor es para otro nombre que el de la invitación.</translation>
  </message>
  <message>
   <source>The server's certificate is not valid yet: is this computer's clock right?</source>
   <translation>El certificado del servidor aún no es válido: ¿va bien el reloj de este equipo?</translation>
  </message>
  <message>
   <source>The server's name is not known to this network.</source>
   <translation>El nombre del servidor no se conoce en esta red.</translation>
  </message>
  <message>
   <source>The slices of {1} are {2} times as thick as wide (over 8).</source>
   <translation>Los cortes de {1} son {2} veces más gruesos que anchos (más de 8).</translation>
  </message>
  <message>
   <source>The stored file {1} is missing or damaged.</source>
   <translation>El archivo guardado {1} falta o está dañado.</translation>
  </message>
  <message>
   <source>The stored file {1} is missing.</source>
   <translation>Falta el archivo guardado {1}.</translation>
  </message>
  <message>
   <source>The stored file {1} was changed or is damaged.</source>
   <translation>El archivo guardado {1} se cambió o está dañado.</translation>
  </message>
  <message>
   <source>The system does not let it be read.</source>
   <translation>El sistema no permite leerlo.</translation>
  </message>
  <message>
   <source>The system keyring does not answer.</source>
   <translation>El llavero del sistema no responde.</translation>
  </message>
  <message>
   <source>The table of the federation's rounds is damaged.</source>
   <translation>La tabla de rondas de la federación está dañada.</translation>
  </message>
  <message>
   <source>The tensor {1} has another name, shape or length.</source>
   <translation>El tensor {1} tiene otro nombre, forma o longitud.</translation>
  </message>
  <message>
   <source>The tensor {1} holds values that are no numbers, or huge ones.</source>
   <translation>El tensor {1} contiene valores que no son números o son enormes.</translation>
  </message>
  <message>
   <source>The time to wait must lie between 1 and 600 s.</source>
   <translation>El tiempo de espera debe estar entre 1 y 600 s.</translation>
  </message>
  <message>
   <source>The trainable weights of {1} are not on this computer.</source>
   <translation>Los pesos entrenables de {1} no están en este equipo.</translation>
  </message>
  <message>
   <source>The transform {1} could not be read.</source>
   <translation>No se pudo leer la transformación {1}.</translation>
  </message>
  <message>
   <source>The transform {1} is damaged.</source>
   <translation>La transformación {1} está dañada.</translation>
  </message>
  <message>
   <source>The transform {1} is missing; prepare the case again.</source>
   <translation>Falta la transformación {1}; prepare de nuevo el caso.</translation>
  </message>
  <message>
   <source>The true identity of this study is not kept in this workspace.</source>
   <translation>La identidad verdadera de este estudio no se guarda en este espacio de trabajo.</translation>
  </message>
  <message>
   <source>The tumour may be cut off</source>
   <translation>El tumor puede estar cortado</translation>
  </message>
  <message>
   <source>The two versions belong to different cases.</source>
   <translation>Las dos versiones son de casos distintos.</translation>
  </message>
  <message>
   <source>The two versions stand on different grids.</source>
   <translation>Las dos versiones están en rejillas distintas.</translation>
  </message>
  <message>
   <source>The weights are missing or damaged.</source>
   <translation>Los pesos faltan o están dañados.</translation>
  </message>
  <message>
   <source>The weights are of another family, {1}.</source>
   <translation>Los pesos son de otra familia, {1}.</translation>
  </message>
  <message>
   <source>The weights belong to another network.</source>
   <translation>Los pesos son de otra red.</translation>
  </message>
  <message>
   <source>The weights beside it belong to another model.</source>
   <translation>Los pesos que lo acompañan son de otro modelo.</translation>
  </message>
  <message>
   <source>The weights have {1} base filters, not {2}.</source>
   <translation>Los pesos tienen {1} filtros base, no {2}.</translation>
  </message>
  <message>
   <source>The work was cancelled there.</source>
   <translation>El trabajo se canceló allí.</translation>
  </message>
  <message>
   <source>The {1} on its card looks wrong: on {2} it reaches a mean Dice of {3} as the card says, and of {4} {5}. Ask whoever made it, and score it before it proposes.</source>
   <translation>En su ficha parece haber un error: {1}. En {2} alcanza un Dice medio de {3} tal como dice la ficha, y de {4} {5}. Pregunte a quien lo hizo y puntúelo antes de que proponga.</translation>
  </message>
  <message>
   <source>There are fewer frames than the headers say.</source>
   <translation>Hay menos fotogramas de los que dicen las cabeceras.</translation>
  </message>
  <message>
   <source>There are more frames than the headers say.</source>
   <translation>Hay más fotogramas de los que dicen las cabeceras.</translation>
  </message>
  <message>
   <source>There is neither /dev/shm nor XDG_RUNTIME_DIR in memory.</source>
   <translation>Ni /dev/shm ni XDG_RUNTIME_DIR están en memoria.</translation>
  </message>
  <message>
   <source>There is no CUDA device on this computer.</source>
   <translation>No hay ningún dispositivo CUDA en este equipo.</translation>
  </message>
  <message>
   <source>There is no DICOM header in it that can be read.</source>
   <translation>No contiene ninguna cabecera DICOM que se pueda leer.</translation>
  </message>
  <message>
   <source>There is no DICOMweb service at this address, or it does not have the study (404).</source>
   <translation>No hay ningún servicio DICOMweb en esta dirección o no tiene el estudio (404).</translation>
  </message>
  <message>
   <source>There is no candidate to fuse.</source>
   <translation>No hay ningún candidato que fusionar.</translation>
  </message>
  <message>
   <source>There is no case left to score on.</source>
   <translation>No queda ningún caso con el que evaluar.</translation>
  </message>
  <message>
   <source>There is no case of {1}; there are {2}.</source>
   <translation>No hay ningún caso de {1}; hay {2}.</translation>
  </message>
  <message>
   <source>There is no connection yet.</source>
   <translation>Aún no hay conexión.</translation>
  </message>
  <message>
   <source>There is no family {1}; there are {2}.</source>
   <translation>No hay ninguna familia {1}; hay {2}.</translation>
  </message>
  <message>
   <source>There is no file of {1}.</source>
   <translation>No hay ningún archivo de {1}.</translation>
  </message>
  <message>
   <source>There is no file {1}.</source>
   <translation>No hay ningún archivo {1}.</translation>
  </message>
  <message>
   <source>There is no fusion {1}; there are {2}.</source>
   <translation>No hay ninguna fusión {1}; hay {2}.</translation>
  </message>
  <message>
   <source>There is no label map (seg) to score against.</source>
   <translation>No hay mapa de etiquetas (seg) con el que comparar.</translation>
  </message>
  <message>
   <source>There is no rule {1}; there are {2}.</source>
   <translation>No hay ninguna regla {1}; hay {2}.</translation>
  </message>
  <message>
   <source>There is no such file.</source>
   <translation>No existe ese archivo.</translation>
  </message>
  <message>
   <source>There is no such folder.</source>
   <translation>No existe esa carpeta.</translation>
  </message>
  <message>
   <source>There is no way to the server from this network.</source>
   <translation>Desde esta red no hay camino al servidor.</translation>
  </message>
  <message>
   <source>There is no {1} as it was taken, or no way to it.</source>
   <translation>No hay {1} tal como se adquirió, o no hay camino hasta él.</translation>
  </message>
  <message>
   <source>There is no {1} that can be read.</source>
   <translation>No hay ningún {1} que se pueda leer.</translation>
  </message>
  <message>
   <source>There is no {1} that can be read; it says which case is of which site.</source>
   <translation>No hay ningún {1} que se pueda leer; dice de qué centro es cada caso.</translation>
  </message>
  <message>
   <source>There is one of that name already.</source>
   <translation>Ya hay uno con ese nombre.</translation>
  </message>
  <message>
   <source>There may be no tumour at all, or one that it does not know: look at the images first.</source>
   <translation>Quizá no haya ningún tumor, o uno que no conoce: mire primero las imágenes.</translation>
  </message>
  <message>
   <source>There was no answer from {1} in {2} s.</source>
   <translation>No hubo respuesta de {1} en {2} s.</translation>
  </message>
  <message>
   <source>There was no answer in {1} s.</source>
   <translation>No hubo respuesta en {1} s.</translation>
  </message>
  <message>
   <source>This PACS is not marked as the site's own.</source>
   <translation>Este PACS no está marcado como propio del centro.</translation>
  </message>
  <message>
   <source>This account may not read the folder.</source>
   <translation>Esta cuenta no puede leer la carpeta.</translation>
  </message>
  <message>
   <source>This computer has no keyring, and no passphrase was chosen.</source>
   <translation>Este equipo no tiene llavero y no se eligió ninguna frase de contraseña.</translation>
  </message>
  <message>
   <source>This computer's clock is {1} ahead of the server's.</source>
   <translation>El reloj de este equipo va {1} adelantado respecto al del servidor.</translation>
  </message>
  <message>
   <source>This computer's clock is {1} behind the server's.</source>
   <translation>El reloj de este equipo va {1} atrasado respecto al del servidor.</translation>
  </message>
  <message>
   <source>This is no file.</source>
   <translation>Esto no es un archivo.</translation>
  </message>
  <message>
   <source>This is no recovery file, or it is damaged.</source>
   <translation>Esto no es un archivo de recuperación, o está dañado.</translation>
  </message>
  <message>
   <source>This reader has drawn a version of the case already.</source>
   <translation>Este lector ya ha dibujado una versión del caso.</translation>
  </message>
  <message>
   <source>This series cannot stand for a contrast.</source>
   <translation>Esta serie no puede ser ninguna de las secuencias.</translation>
  </message>
  <message>
   <source>This site, {1}, {2}.</source>
   <translation>Este centro, {1}, {2}.</translation>
  </message>
  <message>
   <source>This user has no home folder, and no workspace was named.</source>
   <translation>Este usuario no tiene carpeta personal y no se indicó ningún espacio de trabajo.</translation>
  </message>
  <message>
   <source>This user may not do that there (403).</source>
   <translation>Este usuario no puede hacer eso ahí (403).</translation>
  </message>
  <message>
   <source>Train for one epoch or more.</source>
   <translation>Entrene una época o más.</translation>
  </message>
  <message>
   <source>Training needs at least one case.</source>
   <translation>Para entrenar hace falta al menos un caso.</translation>
  </message>
  <message>
   <source>Training needs {1}.</source>
   <translation>Para entrenar hace falta {1}.</translation>
  </message>
  <message>
   <source>Training on this computer</source>
   <translation>Entrenamiento en este equipo</translation>
  </message>
  <message>
   <source>Trying it on a tumour that is known</source>
   <translation>Se prueba con un tumor conocido</translation>
  </message>
  <message>
   <source>Trying it out</source>
   <translation>Probándolo</translation>
  </message>
  <message>
   <source>Two ways of reading its pixels do not give the same image.</source>
   <translation>Dos formas de leer sus píxeles no dan la misma imagen.</translation>
  </message>
  <message>
   <source>Unpacking: file {1}</source>
   <translation>Desempaquetando: archivo {1}</translation>
  </message>
  <message>
   <source>Upper row: squares of both images in turn; lower row: edges of the one over the other.</source>
   <translation>Fila superior: cuadros de ambas imágenes alternados; fila inferior: bordes de una sobre la otra.</translation>
  </message>
  <message>
   <source>Valid for {1} days.</source>
   <translation>Válido {1} días.</translation>
  </message>
  <message>
   <source>Valid until {1}: {2} left.</source>
   <translation>Válido hasta {1}: quedan {2}.</translation>
  </message>
  <message>
   <source>Wait for the jobs under way, or cancel them.</source>
   <translation>Espere a las tareas en curso, o cancélelas.</translation>
  </message>
  <message>
   <source>What answers there does not speak OpenFL's language.</source>
   <translation>Lo que responde ahí no habla el idioma de OpenFL.</translation>
  </message>
  <message>
   <source>What answers there does not speak TLS 1.2 or newer.</source>
   <translation>Lo que responde ahí no habla TLS 1.2 o posterior.</translation>
  </message>
  <message>
   <source>What it gives are no probabilities.</source>
   <translation>Lo que da no son probabilidades.</translation>
  </message>
  <message>
   <source>What it learnt holds values that are no numbers; nothing was sent.</source>
   <translation>Lo que aprendió contiene valores que no son números; no se envió nada.</translation>
  </message>
  <message>
   <source>What stands in it is not what a review package says.</source>
   <translation>Lo que contiene no es lo que dice un paquete de revisión.</translation>
  </message>
  <message>
   <source>What the federation's updates gave away cannot be read.</source>
   <translation>No se puede leer lo que revelaron las contribuciones a la federación.</translation>
  </message>
  <message>
   <source>What was agreed with a federation cannot be read.</source>
   <translation>No se puede leer lo acordado con una federación.</translation>
  </message>
  <message>
   <source>What {1} and {2} propose does not lie on one grid.</source>
   <translation>Lo que proponen {1} y {2} no está en una misma rejilla.</translation>
  </message>
  <message>
   <source>What {1} shows measures {2} ml; a head has 1000 ml or more.</source>
   <translation>Lo que muestra {1} mide {2} ml; una cabeza tiene 1000 ml o más.</translation>
  </message>
  <message>
   <source>What {1} shows measures {2} mm.</source>
   <translation>Lo que muestra {1} mide {2} mm.</translation>
  </message>
  <message>
   <source>Where it was to be written is no longer known; export it again.</source>
   <translation>Ya no se sabe dónde había que escribirlo; expórtelo de nuevo.</translation>
  </message>
  <message>
   <source>Where these images lie is not known any more. Import them once more.</source>
   <translation>Ya no se sabe dónde están estas imágenes. Impórtelas otra vez.</translation>
  </message>
  <message>
   <source>Which cases were meant is no longer known; start it again.</source>
   <translation>Ya no se sabe qué casos eran; empiece de nuevo.</translation>
  </message>
  <message>
   <source>Which cases were meant is no longer known; start the training again.</source>
   <translation>Ya no se sabe qué casos eran; empiece de nuevo el entrenamiento.</translation>
  </message>
  <message>
   <source>Who this patient is, is not kept in this workspace.</source>
   <translation>Quién es este paciente no se guarda en este espacio de trabajo.</translation>
  </message>
  <message>
   <source>Whole tumour since the version before</source>
   <translation>Tumor completo desde la versión anterior</translation>
  </message>
  <message>
   <source>Within {1} s of the server's.</source>
   <translation>A menos de {1} s del reloj del servidor.</translation>
  </message>
  <message>
   <source>Writing DICOM and NIfTI</source>
   <translation>Escribiendo DICOM y NIfTI</translation>
  </message>
  <message>
   <source>Writing the model file</source>
   <translation>Escribiendo el archivo del modelo</translation>
  </message>
  <message>
   <source>a computed map</source>
   <translation>un mapa calculado</translation>
  </message>
  <message>
   <source>a contrast agent is recorded</source>
   <translation>consta un medio de contraste</translation>
  </message>
  <message>
   <source>a contrast agent is recorded but the name says there was none</source>
   <translation>consta un medio de contraste, pero el nombre dice que no lo hubo</translation>
  </message>
  <message>
   <source>a localizer: slices in three directions</source>
   <translation>un localizador: cortes en tres direcciones</translation>
  </message>
  <message>
   <source>a mosaic: diffusion or function, not one volume</source>
   <translation>un mosaico: difusión o función, no un solo volumen</translation>
  </message>
  <message>
   <source>a phantom of the program's own</source>
   <translation>un fantoma del propio programa</translation>
  </message>
  <message>
   <source>a phantom of the program's own and an approved case</source>
   <translation>un fantoma del propio programa y un caso aprobado</translation>
  </message>
  <message>
   <source>a phantom of the program's own and {1} approved cases</source>
   <translation>un fantoma del propio programa y {1} casos aprobados</translation>
  </message>
  <message>
   <source>a phase or complex image, not a magnitude</source>
   <translation>una imagen de fase o compleja, no de magnitud</translation>
  </message>
  <message>
   <source>a reformat of another series (derived image)</source>
   <translation>un reformateo de otra serie (imagen derivada)</translation>
  </message>
  <message>
   <source>a rule of this site</source>
   <translation>una regla de este centro</translation>
  </message>
  <message>
   <source>a rule of this site: series called {1} stand for {2}; on its own it says: {3}</source>
   <translation>una regla de este centro: las series llamadas {1} son {2}; por sí misma dice: {3}</translation>
  </message>
  <message>
   <source>a screen picture (secondary capture), not an acquired image</source>
   <translation>una captura de pantalla (secondary capture), no una imagen adquirida</translation>
  </message>
  <message>
   <source>an acquired image rather than a derived one</source>
   <translation>una imagen adquirida en lugar de una derivada</translation>
  </message>
  <message>
   <source>and no other series of the case is a marked contrast-enhanced T1</source>
   <translation>y ninguna otra serie del caso está marcada como T1 con contraste</translation>
  </message>
  <message>
   <source>before surgery</source>
   <translation>antes de la cirugía</translation>
  </message>
  <message>
   <source>clearer evidence</source>
   <translation>indicios más claros</translation>
  </message>
  <message>
   <source>computed from another series (projection or subtraction)</source>
   <translation>calculada a partir de otra serie (proyección o sustracción)</translation>
  </message>
  <message>
   <source>copies of images that are already there</source>
   <translation>copias de imágenes que ya están</translation>
  </message>
  <message>
   <source>echo-planar imaging (diffusion, perfusion or function)</source>
   <translation>imagen ecoplanar (difusión, perfusión o función)</translation>
  </message>
  <message>
   <source>every few seconds while it waits</source>
   <translation>cada pocos segundos mientras espera</translation>
  </message>
  <message>
   <source>file {1} of a place</source>
   <translation>archivo {1} de un lugar</translation>
  </message>
  <message>
   <source>gradient echo with short echo ({1})</source>
   <translation>eco de gradiente con eco corto ({1})</translation>
  </message>
  <message>
   <source>have the same name and birth date: perhaps one patient under several ids. They are kept as different patients; if they are one, have the ids merged in the archive and import again, or exclude all but one.</source>
   <translation>tienen el mismo nombre y fecha de nacimiento: quizá un paciente con varios números. Se mantienen como pacientes distintos; si son uno, haga unificar los números en el archivo e importe de nuevo, o excluya todos menos uno.</translation>
  </message>
  <message>
   <source>inversion recovery with long echo ({1})</source>
   <translation>inversión-recuperación con eco largo ({1})</translation>
  </message>
  <message>
   <source>it was acquired after a series with contrast agent, and is probably enhanced, too</source>
   <translation>se adquirió después de una serie con contraste y probablemente también lo lleve</translation>
  </message>
  <message>
   <source>its border</source>
   <translation>su borde</translation>
  </message>
  <message>
   <source>its name says that contrast agent was given</source>
   <translation>su nombre dice que se administró contraste</translation>
  </message>
  <message>
   <source>its name says there was no contrast agent</source>
   <translation>su nombre dice que no hubo medio de contraste</translation>
  </message>
  <message>
   <source>its timing is another</source>
   <translation>sus tiempos son otros</translation>
  </message>
  <message>
   <source>long repetition and long echo ({1})</source>
   <translation>repetición larga y eco largo ({1})</translation>
  </message>
  <message>
   <source>looking at {1}</source>
   <translation>mirando {1}</translation>
  </message>
  <message>
   <source>modality {1}, not MR</source>
   <translation>modalidad {1}, no RM</translation>
  </message>
  <message>
   <source>more than chance</source>
   <translation>más que azar</translation>
  </message>
  <message>
   <source>named {1}, but {2}</source>
   <translation>se llama {1}, pero {2}</translation>
  </message>
  <message>
   <source>named {1}; no timing in its headers</source>
   <translation>se llama {1}; sin tiempos en sus cabeceras</translation>
  </message>
  <message>
   <source>named {1}; {2}</source>
   <translation>se llama {1}; {2}</translation>
  </message>
  <message>
   <source>neither its name nor its timing is that of one of the four contrasts; {1}</source>
   <translation>ni su nombre ni sus tiempos son de una de las cuatro secuencias; {1}</translation>
  </message>
  <message>
   <source>nnU-Net needs all four; {1} is not there.</source>
   <translation>nnU-Net necesita las cuatro; {1} no está.</translation>
  </message>
  <message>
   <source>not a scan of the brain (body part)</source>
   <translation>no es un examen del cerebro (parte del cuerpo)</translation>
  </message>
  <message>
   <source>nothing says whether a contrast agent was given</source>
   <translation>nada dice si se administró medio de contraste</translation>
  </message>
  <message>
   <source>once a round</source>
   <translation>una vez por ronda</translation>
  </message>
  <message>
   <source>one slice, no volume</source>
   <translation>un solo corte, sin volumen</translation>
  </message>
  <message>
   <source>only validates</source>
   <translation>solo valida</translation>
  </message>
  <message>
   <source>order of contrasts</source>
   <translation>el orden de los contrastes</translation>
  </message>
  <message>
   <source>order of outputs</source>
   <translation>el orden de las salidas</translation>
  </message>
  <message>
   <source>proton-density weighted, which is none of the four contrasts</source>
   <translation>ponderada en densidad protónica, ninguna de las cuatro secuencias</translation>
  </message>
  <message>
   <source>questions for what is due, with the site's name</source>
   <translation>preguntas sobre qué toca hacer, con el nombre del centro</translation>
  </message>
  <message>
   <source>refused above {1}, and above {2} where it is not sharp</source>
   <translation>rechazado por encima de {1} y, donde no es nítido, por encima de {2}</translation>
  </message>
  <message>
   <source>scaling of intensities</source>
   <translation>la escala de las intensidades</translation>
  </message>
  <message>
   <source>several volumes one after another (4-D, {1} times): perfusion, diffusion or function</source>
   <translation>varios volúmenes seguidos (4D, {1} veces): perfusión, difusión o función</translation>
  </message>
  <message>
   <source>short repetition and short echo ({1})</source>
   <translation>repetición corta y eco corto ({1})</translation>
  </message>
  <message>
   <source>susceptibility-weighted (T2*) imaging: gradient echo, TE {1} ms</source>
   <translation>imagen de susceptibilidad (T2*): eco de gradiente, TE {1} ms</translation>
  </message>
  <message>
   <source>the contrast-enhanced T1 of the same case is another series</source>
   <translation>el T1 con contraste del mismo caso es otra serie</translation>
  </message>
  <message>
   <source>the mean Dice over the validation cases (ET, TC, WT and their mean), and how many cases these are</source>
   <translation>el Dice medio de los casos de validación (ET, TC, WT y su media) y cuántos casos son</translation>
  </message>
  <message>
   <source>the mean training loss, and how many cases were trained on</source>
   <translation>la pérdida media de entrenamiento y con cuántos casos se entrenó</translation>
  </message>
  <message>
   <source>the same protocol ran before it: the later one is usually the one with contrast agent</source>
   <translation>el mismo protocolo se hizo antes: la posterior suele ser la que lleva contraste</translation>
  </message>
  <message>
   <source>the scan's date lies in the future: the scanner's clock was wrong. Intervals between its scans are not to be trusted.</source>
   <translation>la fecha del examen está en el futuro: el reloj del escáner iba mal. No hay que fiarse de los intervalos entre sus exámenes.</translation>
  </message>
  <message>
   <source>the weights of the network after this site's training{1}</source>
   <translation>los pesos de la red tras el entrenamiento de este centro{1}</translation>
  </message>
  <message>
   <source>timing of none of the four ({1})</source>
   <translation>tiempos de ninguna de las cuatro ({1})</translation>
  </message>
  <message>
   <source>training site</source>
   <translation>centro que entrena</translation>
  </message>
  <message>
   <source>trains and validates</source>
   <translation>entrena y valida</translation>
  </message>
  <message>
   <source>was imported before; whether it is the same person could not be checked, for no mark of that one was kept: there was no keyring and no passphrase then. Compare the patient ids' owners in the archive.</source>
   <translation>se importó antes; no se pudo comprobar si es la misma persona, pues no se guardó ninguna marca de aquella: entonces no había llavero ni frase de contraseña. Compare en el archivo de quién son los números de paciente.</translation>
  </message>
  <message>
   <source>where the two differ most, {1} is brighter {2} times as far as {3} is</source>
   <translation>donde las dos más difieren, {1} es más brillante en una extensión {2} veces mayor que {3}</translation>
  </message>
  <message>
   <source>which may be chance</source>
   <translation>quizá azar</translation>
  </message>
  <message>
   <source>with intensities left as they are</source>
   <translation>con las intensidades tal como están</translation>
  </message>
  <message>
   <source>with its contrasts in the order {1}</source>
   <translation>con sus contrastes en el orden {1}</translation>
  </message>
  <message>
   <source>with its outputs in the order {1}</source>
   <translation>con sus salidas en el orden {1}</translation>
  </message>
  <message>
   <source>with mean 0 and deviation 1 over the brain</source>
   <translation>con media 0 y desviación 1 sobre el cerebro</translation>
  </message>
  <message>
   <source>with mean 0 and deviation 1 over the voxels that are not zero</source>
   <translation>con media 0 y desviación 1 sobre los vóxeles que no son cero</translation>
  </message>
  <message>
   <source>with values from 0 to 1 over the voxels that are not zero</source>
   <translation>con valores de 0 a 1 sobre los vóxeles que no son cero</translation>
  </message>
  <message>
   <source>with {1} and {2} changed places</source>
   <translation>con {1} y {2} intercambiados</translation>
  </message>
  <message>
   <source>{1} % or less</source>
   <translation>{1} % o menos</translation>
  </message>
  <message>
   <source>{1} % or more</source>
   <translation>{1} % o más</translation>
  </message>
  <message>
   <source>{1} % or more; bad below {2} %</source>
   <translation>{1} % o más; mal por debajo de {2} %</translation>
  </message>
  <message>
   <source>{1} (acquired contrast)</source>
   <translation>{1} (contraste adquirido)</translation>
  </message>
  <message>
   <source>{1} (image type {2})</source>
   <translation>{1} (tipo de imagen {2})</translation>
  </message>
  <message>
   <source>{1} Ask for a new one soon.</source>
   <translation>{1} Pida pronto uno nuevo.</translation>
  </message>
  <message>
   <source>{1} GiB are free; training wants {2} GiB or more.</source>
   <translation>Hay {1} GiB libres; el entrenamiento quiere {2} GiB o más.</translation>
  </message>
  <message>
   <source>{1} GiB are free; up to {2} GiB are needed.</source>
   <translation>Hay {1} GiB libres; se necesitan hasta {2} GiB.</translation>
  </message>
  <message>
   <source>{1} MB are free in {2}; {3} are needed.</source>
   <translation>Hay {1} MB libres en {2}; se necesitan {3}.</translation>
  </message>
  <message>
   <source>{1} and the label map do not lie on one grid.</source>
   <translation>{1} y el mapa de etiquetas no están en una misma rejilla.</translation>
  </message>
  <message>
   <source>{1} and {2} are the same image.</source>
   <translation>{1} y {2} son la misma imagen.</translation>
  </message>
  <message>
   <source>{1} and {2} do not lie on one grid.</source>
   <translation>{1} y {2} no están en una misma rejilla.</translation>
  </message>
  <message>
   <source>{1} and {2} look exchanged: {3}. Choose again on the Import screen.</source>
   <translation>{1} y {2} parecen intercambiadas: {3}. Elija de nuevo en la pantalla Importar.</translation>
  </message>
  <message>
   <source>{1} and {2} were scored on no case in common.</source>
   <translation>{1} y {2} no se evaluaron con ningún caso en común.</translation>
  </message>
  <message>
   <source>{1} are no hours; write 19-7, or 12:00-13:30, 18-6</source>
   <translation>{1} no son horas; escriba 19-7, o 12:00-13:30, 18-6</translation>
  </message>
  <message>
   <source>{1} are the same file.</source>
   <translation>{1} son el mismo archivo.</translation>
  </message>
  <message>
   <source>{1} begins when it ends; leave it empty for the whole day</source>
   <translation>{1} empieza cuando termina; déjelo vacío para todo el día</translation>
  </message>
  <message>
   <source>{1} belongs to somebody else.</source>
   <translation>{1} pertenece a otra persona.</translation>
  </message>
  <message>
   <source>{1} below {2} cm³</source>
   <translation>{1} por debajo de {2} cm³</translation>
  </message>
  <message>
   <source>{1} by hand by {2} on {3}.</source>
   <translation>{1} a mano por {2} el {3}.</translation>
  </message>
  <message>
   <source>{1} cannot be read.</source>
   <translation>No se puede leer {1}.</translation>
  </message>
  <message>
   <source>{1} cases have the other side here already: {2}.</source>
   <translation>{1} casos ya tienen aquí el otro lado: {2}.</translation>
  </message>
  <message>
   <source>{1} cm2 or less</source>
   <translation>{1} cm2 o menos</translation>
  </message>
  <message>
   <source>{1} cm³ have no necrotic core: confirm</source>
   <translation>{1} cm³ no tienen núcleo necrótico: confirme</translation>
  </message>
  <message>
   <source>{1} cm³ lie outside the brain</source>
   <translation>{1} cm³ están fuera del cerebro</translation>
  </message>
  <message>
   <source>{1} covers {2} mm; a head needs {3} mm or more.</source>
   <translation>{1} cubre {2} mm; una cabeza necesita {3} mm o más.</translation>
  </message>
  <message>
   <source>{1} does not fit a decimal string</source>
   <translation>{1} no cabe en una cadena decimal</translation>
  </message>
  <message>
   <source>{1} fits T1Gd hardly better than its mirror image does ({2}; one head stays below {3}): it may be another person's, mirrored left to right, or disturbed.</source>
   <translation>{1} apenas encaja con T1Gd mejor que su imagen especular ({2}; una misma cabeza queda por debajo de {3}): puede ser de otra persona, estar reflejada de izquierda a derecha o alterada.</translation>
  </message>
  <message>
   <source>{1} fits nowhere better than 5 mm beside it: it may be another person's, mirrored, or disturbed.</source>
   <translation>{1} no encaja en ningún sitio mejor que 5 mm al lado: puede ser de otra persona, estar reflejada o alterada.</translation>
  </message>
  <message>
   <source>{1} for FeTS</source>
   <translation>{1} para FeTS</translation>
  </message>
  <message>
   <source>{1} had the skull taken off on the atlas grid before, the others had not.</source>
   <translation>A {1} ya se le había quitado el cráneo en la rejilla del atlas, a las demás no.</translation>
  </message>
  <message>
   <source>{1} had to be turned by {2} degrees: its header may say a wrong attitude.</source>
   <translation>{1} se tuvo que girar {2} grados: su cabecera puede indicar una orientación errónea.</translation>
  </message>
  <message>
   <source>{1} has no column {2}.</source>
   <translation>{1} no tiene la columna {2}.</translation>
  </message>
  <message>
   <source>{1} has one value all over the brain.</source>
   <translation>{1} tiene un solo valor en todo el cerebro.</translation>
  </message>
  <message>
   <source>{1} has only {2} slices (fewer than {3}).</source>
   <translation>{1} tiene solo {2} cortes (menos de {3}).</translation>
  </message>
  <message>
   <source>{1} has the same value everywhere.</source>
   <translation>{1} tiene el mismo valor en todas partes.</translation>
  </message>
  <message>
   <source>{1} has {2} million voxels; a head has fewer than {3} million.</source>
   <translation>{1} tiene {2} millones de vóxeles; una cabeza tiene menos de {3} millones.</translation>
  </message>
  <message>
   <source>{1} holds negative values down to {2}; they become zero.</source>
   <translation>{1} contiene valores negativos hasta {2}; pasan a ser cero.</translation>
  </message>
  <message>
   <source>{1} holds only a few different values: it is a mask or a label map.</source>
   <translation>{1} contiene solo unos pocos valores distintos: es una máscara o un mapa de etiquetas.</translation>
  </message>
  <message>
   <source>{1} holds values down to {2}, and {3} % of what it shows lies below zero: its values were shifted or normalised.</source>
   <translation>{1} contiene valores hasta {2}, y el {3} % de lo que muestra está bajo cero: sus valores se desplazaron o normalizaron.</translation>
  </message>
  <message>
   <source>{1} holds values that are no numbers.</source>
   <translation>{1} contiene valores que no son números.</translation>
  </message>
  <message>
   <source>{1} holds {2} voxels that are no numbers.</source>
   <translation>{1} contiene {2} vóxeles que no son números.</translation>
  </message>
  <message>
   <source>{1} in its own space</source>
   <translation>{1} en su propio espacio</translation>
  </message>
  <message>
   <source>{1} is empty or holds values that are no numbers.</source>
   <translation>{1} está vacía o contiene valores que no son números.</translation>
  </message>
  <message>
   <source>{1} is far too long.</source>
   <translation>{1} es demasiado largo.</translation>
  </message>
  <message>
   <source>{1} is hardly like what it was brought onto ({2}; 1 is none, {3} fine): its attitude may be wrong altogether.</source>
   <translation>{1} apenas se parece a la imagen sobre la que se llevó ({2}; 1 es nada, {3} basta): su orientación puede ser del todo errónea.</translation>
  </message>
  <message>
   <source>{1} is mirrored left to right against T1Gd: its mirror image fits {2} times as well. One of the two files says the wrong sides; which one, no program can know.</source>
   <translation>{1} está reflejada de izquierda a derecha respecto a T1Gd: su imagen especular encaja {2} veces mejor. Uno de los dos archivos indica mal los lados; cuál, ningún programa puede saberlo.</translation>
  </message>
  <message>
   <source>{1} is missing.</source>
   <translation>Falta {1}.</translation>
  </message>
  <message>
   <source>{1} is no key; write: itksnap tool brush=Ctrl+B</source>
   <translation>{1} no es una tecla; escriba: itksnap tool brush=Ctrl+B</translation>
  </message>
  <message>
   <source>{1} is no table of text.</source>
   <translation>{1} no es una tabla de texto.</translation>
  </message>
  <message>
   <source>{1} is not where it says, seen from the list's folder.</source>
   <translation>{1} no está donde dice, visto desde la carpeta de la lista.</translation>
  </message>
  <message>
   <source>{1} is one of {2}, not {3}</source>
   <translation>{1} es uno de {2}, no {3}</translation>
  </message>
  <message>
   <source>{1} is retired; bring it back first.</source>
   <translation>{1} está retirado; recupérelo antes.</translation>
  </message>
  <message>
   <source>{1} is signed already, or was not made here.</source>
   <translation>{1} ya está firmado o no se hizo aquí.</translation>
  </message>
  <message>
   <source>{1} ml of bright tissue go on beyond it in FLAIR: a tumour may be cut; look at its edge.</source>
   <translation>En FLAIR, {1} ml de tejido brillante continúan más allá: puede que un tumor esté cortado; mire su borde.</translation>
  </message>
  <message>
   <source>{1} ml of bright tissue go on beyond the brain's outline in FLAIR.</source>
   <translation>En FLAIR, {1} ml de tejido brillante continúan más allá del contorno del cerebro.</translation>
  </message>
  <message>
   <source>{1} ml or less</source>
   <translation>{1} ml o menos</translation>
  </message>
  <message>
   <source>{1} needs the columns case and site.</source>
   <translation>{1} necesita las columnas case y site.</translation>
  </message>
  <message>
   <source>{1} not there, or no longer.</source>
   <translation>{1}: no está o ya no está.</translation>
  </message>
  <message>
   <source>{1} of its names stand on both sides.</source>
   <translation>{1} de sus nombres están en ambos lados.</translation>
  </message>
  <message>
   <source>{1} of {2} slices point in different directions, as those of a localizer do.</source>
   <translation>{1} de {2} cortes apuntan en direcciones distintas, como los de un localizador.</translation>
  </message>
  <message>
   <source>{1} of {2} wait.</source>
   <translation>{1} de {2} esperan.</translation>
  </message>
  <message>
   <source>{1} or less</source>
   <translation>{1} o menos</translation>
  </message>
  <message>
   <source>{1} or more</source>
   <translation>{1} o más</translation>
  </message>
  <message>
   <source>{1} or more; bad below {2}</source>
   <translation>{1} o más; mal por debajo de {2}</translation>
  </message>
  <message>
   <source>{1} pieces, none below {2} cm³</source>
   <translation>{1} fragmentos, ninguno por debajo de {2} cm³</translation>
  </message>
  <message>
   <source>{1} proposes; let another model propose first.</source>
   <translation>{1} propone; deje antes que proponga otro modelo.</translation>
  </message>
  <message>
   <source>{1} to T1Gd</source>
   <translation>{1} a T1Gd</translation>
  </message>
  <message>
   <source>{1} to {2} cm³</source>
   <translation>{1} a {2} cm³</translation>
  </message>
  <message>
   <source>{1} to {2} ml</source>
   <translation>{1} a {2} ml</translation>
  </message>
  <message>
   <source>{1} to {2} mm</source>
   <translation>{1} a {2} mm</translation>
  </message>
  <message>
   <source>{1} train, {2} validate.</source>
   <translation>{1} entrenan, {2} validan.</translation>
  </message>
  <message>
   <source>{1} unknown to {2}</source>
   <translation>{1} desconocido en {2}</translation>
  </message>
  <message>
   <source>{1} was changed or is damaged.</source>
   <translation>{1} se cambió o está dañado.</translation>
  </message>
  <message>
   <source>{1} was not found.</source>
   <translation>No se encontró {1}.</translation>
  </message>
  <message>
   <source>{1} was not imported from DICOM, or without its headers.</source>
   <translation>{1} no se importó de DICOM o sin sus cabeceras.</translation>
  </message>
  <message>
   <source>{1} x {2} x {3} voxels, as the images</source>
   <translation>{1} x {2} x {3} vóxeles, como las imágenes</translation>
  </message>
  <message>
   <source>{1} {2} is due, not {3} {4}</source>
   <translation>toca {1} {2}, no {3} {4}</translation>
  </message>
  <message>
   <source>{1} {2} never saw scans {3} surgery: its outlines may be wrong there.</source>
   <translation>{1} {2} nunca vio exámenes «{3}» (cirugía): sus contornos pueden ser erróneos ahí.</translation>
  </message>
  <message>
   <source>{1}, at most {2} % apart</source>
   <translation>{1}, {2} % de diferencia como mucho</translation>
  </message>
  <message>
   <source>{1}, of the common model</source>
   <translation>{1}, del modelo común</translation>
  </message>
  <message>
   <source>{1}, of this site's own model</source>
   <translation>{1}, del modelo propio de este centro</translation>
  </message>
  <message>
   <source>{1}: It was changed while it was copied.</source>
   <translation>{1}: cambió mientras se copiaba.</translation>
  </message>
  <message>
   <source>{1}: a site cannot be called {2}.</source>
   <translation>{1}: un centro no se puede llamar {2}.</translation>
  </message>
  <message>
   <source>{1}: choose one of {2}</source>
   <translation>{1}: elija uno de {2}</translation>
  </message>
  <message>
   <source>{1}: choose yes or no</source>
   <translation>{1}: elija sí o no</translation>
  </message>
  <message>
   <source>{1}: its fingerprint is {2}; another was given.</source>
   <translation>{1}: su huella es {2}; se dio otra.</translation>
  </message>
  <message>
   <source>{1}: its pixels could not be decoded.</source>
   <translation>{1}: no se pudieron descodificar sus píxeles.</translation>
  </message>
  <message>
   <source>{1}: must lie between {2} and {3}</source>
   <translation>{1}: debe estar entre {2} y {3}</translation>
  </message>
  <message>
   <source>{1}: trying every attitude</source>
   <translation>{1}: probando cada orientación</translation>
  </message>
  <message>
   <source>{1}: {2} and {3} score the same on {4} cases.</source>
   <translation>{1}: {2} y {3} puntúan igual en {4} casos.</translation>
  </message>
  <message>
   <source>{1}: {2} is not a {3}</source>
   <translation>{1}: {2} no es del tipo {3}</translation>
  </message>
  <message>
   <source>{1}: {2} scores {3} (95 % interval {4} to {5}) above {6} on {7} cases, and is better on {8}; p = {9}, {10}.</source>
   <translation>{1}: {2} puntúa {3} (intervalo del 95 % de {4} a {5}) por encima de {6} en {7} casos y es mejor en {8}; p = {9}, {10}.</translation>
  </message>
  <message>
   <source>{1}: {2} scores {3} above {4} on {5} case, and is better on {6}; p = {7}, {8}.</source>
   <translation>{1}: {2} puntúa {3} por encima de {4} en {5} caso y es mejor en {6}; p = {7}, {8}.</translation>
  </message>
  <message>
   <source>{1}:{2} is no time of the day</source>
   <translation>{1}:{2} no es una hora del día</translation>
  </message>
  <message>
   <source>{1}; but it is marked as a derived image</source>
   <translation>{1}; pero está marcada como imagen derivada</translation>
  </message>
  <message>
   <source>{1}; not taken: {2} in another series</source>
   <translation>{1}; no se toma: {2} en otra serie</translation>
  </message>
  <message>
   <source>{1}; preferred over another {2} series: {3}</source>
   <translation>{1}; preferida a otra serie {2}: {3}</translation>
  </message>
  <message>
   <source>{1}; sites that train: {2}, that only validate: {3}.</source>
   <translation>{1}; centros que entrenan: {2}, que solo validan: {3}.</translation>
  </message>
  <message>
   <source>{1}; the inversion time is short for FLAIR</source>
   <translation>{1}; el tiempo de inversión es corto para FLAIR</translation>
  </message>
  <message>
   <source>{1}{2} {3} of theirs wait.</source>
   <translation>{1}{2} {3} suyas esperan.</translation>
  </message>
 </context>
 <context>
  <name>tour</name>
  <message>
   <source>A patient who never lived</source>
   <translation>Un paciente que nunca existió</translation>
  </message>
  <message>
   <source>Choose Make a demo patient. The program draws a head with a tumour, takes it in as it would a real one, prepares it and proposes an outline.</source>
   <translation>Elija Crear un paciente de demostración. El programa dibuja una cabeza con un tumor, la incorpora como a una real, la prepara y propone un contorno.</translation>
  </message>
  <message>
   <source>Click it, or press {brush}. The label that it paints is chosen at the right.</source>
   <translation>Haga clic en él, o pulse {brush}. La etiqueta que pinta se elige a la derecha.</translation>
  </message>
  <message>
   <source>Correct the outline</source>
   <translation>Corrija el contorno</translation>
  </message>
  <message>
   <source>Hold the left button and paint where the outline is wrong; {undo} takes a stroke back. By keys alone: {smooth}, then Enter, smooths it; {options} leads to its options and back.</source>
   <translation>Mantenga el botón izquierdo y pinte donde el contorno está mal; {undo} deshace un trazo. Solo con teclas: {smooth} y después Intro lo suaviza; {options} lleva a las opciones y de vuelta.</translation>
  </message>
  <message>
   <source>It did not come to its end. Why? in the line below says what happened, and what helps.</source>
   <translation>No llegó a su fin. ¿Por qué? en la línea de abajo dice qué pasó y qué ayuda.</translation>
  </message>
  <message>
   <source>It stands under every case you approve. Write it into this line and press Enter.</source>
   <translation>Figura bajo cada caso que aprueba. Escríbalo en esta línea y pulse Enter.</translation>
  </message>
  <message>
   <source>Look at the checks above, then choose Approve case or press Ctrl+Return. If a check has a remark, you are asked for your reason.</source>
   <translation>Mire las comprobaciones de arriba y después elija Aprobar el caso, o pulse Ctrl+Return. Si una comprobación observa algo, se le pide su motivo.</translation>
  </message>
  <message>
   <source>Look through the slices</source>
   <translation>Recorra los cortes</translation>
  </message>
  <message>
   <source>Make a demo patient</source>
   <translation>Crear un paciente de demostración</translation>
  </message>
  <message>
   <source>Meanwhile, your name</source>
   <translation>Mientras tanto, su nombre</translation>
  </message>
  <message>
   <source>Open the case</source>
   <translation>Abra el caso</translation>
  </message>
  <message>
   <source>Sign it off</source>
   <translation>Apruébelo</translation>
  </message>
  <message>
   <source>Take the brush</source>
   <translation>Tome el pincel</translation>
  </message>
  <message>
   <source>The case that waits is being opened.</source>
   <translation>Se está abriendo el caso que espera.</translation>
  </message>
  <message>
   <source>The computer works, you need not</source>
   <translation>El equipo trabaja, usted no hace falta</translation>
  </message>
  <message>
   <source>The line below says what is being done and how much is left: some minutes. Look around meanwhile. The tour goes on by itself as soon as an outline is proposed.</source>
   <translation>La línea de abajo dice qué se está haciendo y cuánto falta: unos minutos. Mientras tanto, mire alrededor. La visita continúa sola en cuanto haya un contorno propuesto.</translation>
  </message>
  <message>
   <source>Turn the wheel over a picture, or press {up} and {down}. A click brings all pictures to one place.</source>
   <translation>Gire la rueda sobre una imagen, o pulse {up} y {down}. Un clic lleva todas las imágenes al mismo lugar.</translation>
  </message>
 </context>
 <context>
  <name>words</name>
  <message>
   <source>, encrypted</source>
   <translation>, cifrado</translation>
  </message>
  <message>
   <source>0 shares the cores among the jobs that run together.</source>
   <translation>0 reparte los núcleos entre las tareas que se ejecutan juntas.</translation>
  </message>
  <message>
   <source>0 to 1</source>
   <translation>0 a 1</translation>
  </message>
  <message>
   <source>16-bit</source>
   <translation>16 bits</translation>
  </message>
  <message>
   <source>32-bit</source>
   <translation>32 bits</translation>
  </message>
  <message>
   <source>3D Slicer</source>
   <translation>3D Slicer</translation>
  </message>
  <message>
   <source>8-bit</source>
   <translation>8 bits</translation>
  </message>
  <message>
   <source>A .seg.nrrd file with names, colours and codes</source>
   <translation>Un archivo .seg.nrrd con nombres, colores y códigos</translation>
  </message>
  <message>
   <source>A PACS cannot be used as it is entered in Settings</source>
   <translation>Un PACS no se puede usar tal como figura en Ajustes</translation>
  </message>
  <message>
   <source>A PEM file without a passphrase; empty if it is in the same file.</source>
   <translation>Un archivo PEM sin frase de contraseña; vacío si está en el mismo archivo.</translation>
  </message>
  <message>
   <source>A PEM file; IT makes it.</source>
   <translation>Un archivo PEM; lo hace informática.</translation>
  </message>
  <message>
   <source>A PEM file; then senders must show a certificate of it. Empty asks them for none.</source>
   <translation>Un archivo PEM; entonces los remitentes deben mostrar un certificado suyo. Vacío no se les pide ninguno.</translation>
  </message>
  <message>
   <source>A background job ended without an answer</source>
   <translation>Una tarea en segundo plano terminó sin respuesta</translation>
  </message>
  <message>
   <source>A backup holds the images and the work. Encrypted, it opens only with this passphrase. Not encrypted, it is as private as the disk it lies on.</source>
   <translation>Una copia de seguridad contiene las imágenes y el trabajo. Cifrada, solo la abre esta frase. Sin cifrar, es tan privada como el disco donde está.</translation>
  </message>
  <message>
   <source>A case is one patient at one time point with four MR series: T1, T1Gd, T2 and FLAIR. Import a patient's folder, or let the program make a demo patient to look around with.</source>
   <translation>Un caso es un paciente en un momento con cuatro series de RM: T1, T1Gd, T2 y FLAIR. Importe la carpeta de un paciente o deje que el programa cree un paciente de demostración para echar un vistazo.</translation>
  </message>
  <message>
   <source>A case needs T1, T1Gd, T2 and FLAIR. Import the missing series, or exclude the case.</source>
   <translation>Un caso necesita T1, T1Gd, T2 y FLAIR. Importe la serie que falta o excluya el caso.</translation>
  </message>
  <message>
   <source>A demo patient is being made</source>
   <translation>Se está creando un paciente de demostración</translation>
  </message>
  <message>
   <source>A derivatives data set for research pipelines</source>
   <translation>Un conjunto de datos «derivatives» para flujos de investigación</translation>
  </message>
  <message>
   <source>A file of that name is there already, and this program did not write it</source>
   <translation>Ya hay un archivo con ese nombre y no lo escribió este programa</translation>
  </message>
  <message>
   <source>A part of the installation is missing</source>
   <translation>Falta una parte de la instalación</translation>
  </message>
  <message>
   <source>A passphrase for this site's key</source>
   <translation>Una frase de contraseña para la clave de este centro</translation>
  </message>
  <message>
   <source>A person must say which series is which</source>
   <translation>Una persona debe decir qué serie es cada una</translation>
  </message>
  <message>
   <source>A raw data set to train nnU-Net from</source>
   <translation>Un conjunto de datos brutos para entrenar nnU-Net</translation>
  </message>
  <message>
   <source>A recovery file brings the key back on any computer. Choose a passphrase for it, and keep both away from this computer.</source>
   <translation>Un archivo de recuperación devuelve la clave en cualquier equipo. Elija una frase de contraseña para él y guarde ambos lejos de este equipo.</translation>
  </message>
  <message>
   <source>A step of the preparation failed</source>
   <translation>Falló un paso de la preparación</translation>
  </message>
  <message>
   <source>A study is complete after (s)</source>
   <translation>Un estudio está completo tras (s)</translation>
  </message>
  <message>
   <source>A voxel becomes what more than half of the candidates say. Where no more than half agree, it becomes background.</source>
   <translation>Un vóxel pasa a ser lo que dice más de la mitad de los candidatos. Donde no coincide más de la mitad, pasa a ser fondo.</translation>
  </message>
  <message>
   <source>A voxel becomes what most candidates say, be they fewer than half. Where two labels have as many, it becomes background.</source>
   <translation>Un vóxel pasa a ser lo que dicen más candidatos, aunque sean menos de la mitad. Donde dos etiquetas empatan, pasa a ser fondo.</translation>
  </message>
  <message>
   <source>AE title of this computer</source>
   <translation>Título AE de este equipo</translation>
  </message>
  <message>
   <source>AE titles with their computers, for example MR1@10.1.2.3, MR2@scanner. Every PACS entered here may, too.</source>
   <translation>Títulos AE con sus equipos, por ejemplo MR1@10.1.2.3, MR2@scanner. Todo PACS dado de alta aquí también puede.</translation>
  </message>
  <message>
   <source>Add a PACS…</source>
   <translation>Añadir un PACS…</translation>
  </message>
  <message>
   <source>Add series</source>
   <translation>Añadir serie</translation>
  </message>
  <message>
   <source>Add the series</source>
   <translation>Añadir la serie</translation>
  </message>
  <message>
   <source>After all {n} rounds: epsilon {e} at delta {d}; the smaller, the less can be told of your cases.</source>
   <translation>Tras las {n} rondas: épsilon {e} con delta {d}; cuanto menor, menos se puede saber de sus casos.</translation>
  </message>
  <message>
   <source>After surgery</source>
   <translation>Posoperatorio</translation>
  </message>
  <message>
   <source>All files (*)</source>
   <translation>Todos los archivos (*)</translation>
  </message>
  <message>
   <source>All {n} time points of this patient</source>
   <translation>Los {n} momentos de este paciente</translation>
  </message>
  <message>
   <source>An encrypted table tells who is behind a pseudonym, so that results can go back under the patient's name.</source>
   <translation>Una tabla cifrada dice quién está detrás de un seudónimo, para que los resultados puedan volver con el nombre del paciente.</translation>
  </message>
  <message>
   <source>An icon beside the clock brings the window back and ends the program.</source>
   <translation>Un icono junto al reloj devuelve la ventana y cierra el programa.</translation>
  </message>
  <message>
   <source>An image could not be read</source>
   <translation>No se pudo leer una imagen</translation>
  </message>
  <message>
   <source>Answers for it</source>
   <translation>Responde por él</translation>
  </message>
  <message>
   <source>Approve in spite of {n} remark?</source>
   <translation>¿Aprobar a pesar de {n} observación?</translation>
  </message>
  <message>
   <source>Approve in spite of {n} remarks?</source>
   <translation>¿Aprobar a pesar de {n} observaciones?</translation>
  </message>
  <message>
   <source>Approve more cases, then try again.</source>
   <translation>Apruebe más casos e inténtelo de nuevo.</translation>
  </message>
  <message>
   <source>Approved</source>
   <translation>Aprobado</translation>
  </message>
  <message>
   <source>Approved by {who}</source>
   <translation>Aprobado por {who}</translation>
  </message>
  <message>
   <source>Approved cases wait for their side until the federation has ended, or this site has left it.</source>
   <translation>Los casos aprobados esperan su lado hasta que la federación termine o este centro la haya dejado.</translation>
  </message>
  <message>
   <source>As this computer</source>
   <translation>Como este equipo</translation>
  </message>
  <message>
   <source>Ask IT for the right certificates, and enter them in Settings.</source>
   <translation>Pida a informática los certificados correctos e introdúzcalos en Ajustes.</translation>
  </message>
  <message>
   <source>Ask IT to enter this computer and its AE title, or user, at the PACS; compare them with Settings.</source>
   <translation>Pida a informática que dé de alta en el PACS este equipo y su título AE o usuario; compárelo con Ajustes.</translation>
  </message>
  <message>
   <source>Ask IT to install the package fets-desktop-training. Review and segmentation work without it.</source>
   <translation>Pida a informática que instale el paquete fets-desktop-training. La revisión y la segmentación funcionan sin él.</translation>
  </message>
  <message>
   <source>Ask IT whether this computer may connect to its address and port; nothing is lost, and it is tried again.</source>
   <translation>Pregunte a informática si este equipo puede conectarse a su dirección y puerto; no se pierde nada y se vuelve a intentar.</translation>
  </message>
  <message>
   <source>Ask for the file again; nothing of it was taken in.</source>
   <translation>Pida de nuevo el archivo; no se tomó nada de él.</translation>
  </message>
  <message>
   <source>Ask the federation's owner for a new certificate: make a new request from the invitation. Take the answer in, and let it go on.</source>
   <translation>Pida al titular de la federación un certificado nuevo: haga una solicitud nueva a partir de la invitación. Incorpore la respuesta y deje que continúe.</translation>
  </message>
  <message>
   <source>Ask the federation's owner to send the file again, and compare its fingerprint over the telephone.</source>
   <translation>Pida al titular de la federación que envíe de nuevo el archivo y compare la huella por teléfono.</translation>
  </message>
  <message>
   <source>Ask the federation's owner whether the certificate is still valid and the site is in the plan.</source>
   <translation>Pregunte al titular de la federación si el certificado sigue siendo válido y si el centro está en el plan.</translation>
  </message>
  <message>
   <source>Ask the owner for a new invitation, read the plan and agree again, or leave the federation.</source>
   <translation>Pida al titular una nueva invitación, lea el plan y acéptelo de nuevo, o deje la federación.</translation>
  </message>
  <message>
   <source>Ask with other words; a * stands for any letters.</source>
   <translation>Pregunte con otras palabras; un * vale por cualesquiera letras.</translation>
  </message>
  <message>
   <source>Asking the server what is due</source>
   <translation>Preguntando al servidor qué toca hacer</translation>
  </message>
  <message>
   <source>Asking…</source>
   <translation>Preguntando…</translation>
  </message>
  <message>
   <source>Assign</source>
   <translation>Asignar</translation>
  </message>
  <message>
   <source>Assign {n} case</source>
   <translation>Asignar {n} caso</translation>
  </message>
  <message>
   <source>Assign {n} cases</source>
   <translation>Asignar {n} casos</translation>
  </message>
  <message>
   <source>At most so many of the cores train and score; whatever else runs here goes first anyway.</source>
   <translation>Como mucho esa parte de los núcleos entrena y evalúa; lo demás que se ejecute aquí va antes de todos modos.</translation>
  </message>
  <message>
   <source>At the start, as long as there is no case and nobody took it or refused. The Help always has it.</source>
   <translation>Al inicio, mientras no haya ningún caso y nadie la haya hecho o rechazado. La Ayuda siempre la tiene.</translation>
  </message>
  <message>
   <source>At work</source>
   <translation>En curso</translation>
  </message>
  <message>
   <source>Atlas</source>
   <translation>Atlas</translation>
  </message>
  <message>
   <source>Averaged over the sites of the federation {id}</source>
   <translation>Promediado sobre los centros de la federación {id}</translation>
  </message>
  <message>
   <source>BIDS</source>
   <translation>BIDS</translation>
  </message>
  <message>
   <source>Bad</source>
   <translation>Mal</translation>
  </message>
  <message>
   <source>Before surgery</source>
   <translation>Preoperatorio</translation>
  </message>
  <message>
   <source>Begin when no job is at work; they cannot be encrypted or decrypted meanwhile.</source>
   <translation>Empiece cuando no haya ninguna tarea en curso; entretanto no se pueden cifrar ni descifrar.</translation>
  </message>
  <message>
   <source>Beside the largest piece</source>
   <translation>Aparte del fragmento mayor</translation>
  </message>
  <message>
   <source>Bias</source>
   <translation>Bias</translation>
  </message>
  <message>
   <source>Both sides</source>
   <translation>Ambos lados</translation>
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
   <translation>Cerebro</translation>
  </message>
  <message>
   <source>Bright tissue cut by the edge</source>
   <translation>Tejido brillante cortado por el borde</translation>
  </message>
  <message>
   <source>Bring the key back</source>
   <translation>Recuperar la clave</translation>
  </message>
  <message>
   <source>Bring the system keyring back, or the file secrets.vault; images need another key, or none.</source>
   <translation>Recupere el llavero del sistema o el archivo secrets.vault; las imágenes necesitan otra clave, o ninguna.</translation>
  </message>
  <message>
   <source>Bring the system keyring back, or use the recovery file: fets-desktop workspace recover FILE.</source>
   <translation>Recupere el llavero del sistema o use el archivo de recuperación: fets-desktop workspace recover FILE.</translation>
  </message>
  <message>
   <source>Brings labels of a neighbouring slice to the slice you look at.</source>
   <translation>Trae las etiquetas de un corte vecino al corte que mira.</translation>
  </message>
  <message>
   <source>Brush size (mm)</source>
   <translation>Tamaño del pincel (mm)</translation>
  </message>
  <message>
   <source>By patient: all time points of one patient stand on the same side, so that no model is scored on a patient it has seen.</source>
   <translation>Por paciente: todos los momentos de un paciente están en el mismo lado, para que ningún modelo se evalúe con un paciente que ha visto.</translation>
  </message>
  <message>
   <source>CPU, {n} thread</source>
   <translation>CPU, {n} hilo</translation>
  </message>
  <message>
   <source>CPU, {n} threads</source>
   <translation>CPU, {n} hilos</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Cancelar</translation>
  </message>
  <message>
   <source>Cancelled</source>
   <translation>Cancelado</translation>
  </message>
  <message>
   <source>Cannot be used any more</source>
   <translation>Ya no se puede usar</translation>
  </message>
  <message>
   <source>Cases come here once they are imported and prepared. A model proposes labels; a person corrects and approves them.</source>
   <translation>Los casos llegan aquí cuando están importados y preparados. Un modelo propone etiquetas; una persona las corrige y aprueba.</translation>
  </message>
  <message>
   <source>Certificate of this computer</source>
   <translation>Certificado de este equipo</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>Cambio</translation>
  </message>
  <message>
   <source>Change the passphrase</source>
   <translation>Cambiar la frase de contraseña</translation>
  </message>
  <message>
   <source>Change {name}</source>
   <translation>Cambiar {name}</translation>
  </message>
  <message>
   <source>Changed under Keys and mouse (? in Review); an empty line takes all of them back.</source>
   <translation>Se cambian en Teclas y ratón (? en Revisar); una línea vacía las deshace todas.</translation>
  </message>
  <message>
   <source>Check its address and port in Settings, and ask IT whether this computer may connect to it.</source>
   <translation>Compruebe la dirección y el puerto en Ajustes y pregunte a informática si este equipo puede conectarse.</translation>
  </message>
  <message>
   <source>Check that all four series are of the same patient and visit, and none of them was changed by a program.</source>
   <translation>Compruebe que las cuatro series son del mismo paciente y la misma visita y que ningún programa las ha modificado.</translation>
  </message>
  <message>
   <source>Choose a folder on a disk of this computer; a network drive can damage the records.</source>
   <translation>Elija una carpeta en un disco de este equipo; una unidad de red puede dañar los registros.</translation>
  </message>
  <message>
   <source>Choose a folder that is empty or not there yet, outside the workspace.</source>
   <translation>Elija una carpeta vacía o que aún no exista, fuera del espacio de trabajo.</translation>
  </message>
  <message>
   <source>Choose a folder you may write to, or ask IT for the right.</source>
   <translation>Elija una carpeta en la que pueda escribir o pida permiso a informática.</translation>
  </message>
  <message>
   <source>Choose a folder: {what}</source>
   <translation>Elegir una carpeta: {what}</translation>
  </message>
  <message>
   <source>Choose an empty folder for the workspace.</source>
   <translation>Elija una carpeta vacía para el espacio de trabajo.</translation>
  </message>
  <message>
   <source>Choose another folder, or say that files there may be replaced.</source>
   <translation>Elija otra carpeta o indique que los archivos de ahí se pueden reemplazar.</translation>
  </message>
  <message>
   <source>Choose another port, or close the program that uses it; ports below 1024 need special rights.</source>
   <translation>Elija otro puerto o cierre el programa que lo usa; los puertos por debajo de 1024 necesitan permisos especiales.</translation>
  </message>
  <message>
   <source>Choose the anatomical series; perfusion, diffusion and other 4-D series cannot be used.</source>
   <translation>Elija la serie anatómica; la perfusión, la difusión y otras series 4D no se pueden usar.</translation>
  </message>
  <message>
   <source>Choose the folder of a workspace, or let the program make a new one.</source>
   <translation>Elija la carpeta de un espacio de trabajo o deje que el programa cree uno nuevo.</translation>
  </message>
  <message>
   <source>Choose the folder that `federation new` made, or an empty one for a new federation.</source>
   <translation>Elija la carpeta que hizo `federation new` o una vacía para una federación nueva.</translation>
  </message>
  <message>
   <source>Choose the folder that holds backup.json. A backup that was cut off has none: make it again.</source>
   <translation>Elija la carpeta que contiene backup.json. Una copia interrumpida no lo tiene: hágala de nuevo.</translation>
  </message>
  <message>
   <source>Choose the folder that holds the patient's DICOM or NIfTI files.</source>
   <translation>Elija la carpeta que contiene los archivos DICOM o NIfTI del paciente.</translation>
  </message>
  <message>
   <source>Choose the folder with train.csv and val.csv; each has a column data_uid. Nothing was changed.</source>
   <translation>Elija la carpeta con train.csv y val.csv; cada uno tiene una columna data_uid. No se cambió nada.</translation>
  </message>
  <message>
   <source>Choose the passphrase of this workspace</source>
   <translation>Elija la frase de contraseña de este espacio de trabajo</translation>
  </message>
  <message>
   <source>Choose the right label scheme, or mend the file.</source>
   <translation>Elija el esquema de etiquetas correcto o corrija el archivo.</translation>
  </message>
  <message>
   <source>Choose where to write it…</source>
   <translation>Elegir dónde escribirlo…</translation>
  </message>
  <message>
   <source>Click a closed outline or a region.</source>
   <translation>Haga clic en un contorno cerrado o una región.</translation>
  </message>
  <message>
   <source>Click a hatched region to take it from another version.</source>
   <translation>Haga clic en una región rayada para tomarla de otra versión.</translation>
  </message>
  <message>
   <source>Click corners, or drag to draw freehand. Enter or the right button closes, Backspace steps back.</source>
   <translation>Haga clic en las esquinas o arrastre a mano alzada. Intro o el botón derecho cierra, Retroceso da un paso atrás.</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Cerrar</translation>
  </message>
  <message>
   <source>Close other programs and try again.</source>
   <translation>Cierre otros programas e inténtelo de nuevo.</translation>
  </message>
  <message>
   <source>Close other programs, or ask IT to enlarge /dev/shm; encrypted images are opened nowhere else.</source>
   <translation>Cierre otros programas o pida a informática que amplíe /dev/shm; las imágenes cifradas no se abren en ningún otro lugar.</translation>
  </message>
  <message>
   <source>Close the other one first.</source>
   <translation>Cierre antes el otro.</translation>
  </message>
  <message>
   <source>Close, and let the federation wait?</source>
   <translation>¿Cerrar y dejar esperar a la federación?</translation>
  </message>
  <message>
   <source>Colours</source>
   <translation>Colores</translation>
  </message>
  <message>
   <source>Comes from</source>
   <translation>Procede de</translation>
  </message>
  <message>
   <source>Compare the fingerprint with whoever made it; then trust it in Models, or with --trust FINGERPRINT.</source>
   <translation>Compare la huella con quien lo hizo; después confíe en ella en Modelos o con --trust FINGERPRINT.</translation>
  </message>
  <message>
   <source>Compare the site's name and the fingerprint with the site, over the telephone.</source>
   <translation>Compare el nombre del centro y la huella con el centro, por teléfono.</translation>
  </message>
  <message>
   <source>Confirm</source>
   <translation>Confirmar</translation>
  </message>
  <message>
   <source>Confirm contrasts</source>
   <translation>Confirmar secuencias</translation>
  </message>
  <message>
   <source>Confirm the contrasts</source>
   <translation>Confirmar las secuencias</translation>
  </message>
  <message>
   <source>Connecting to the server</source>
   <translation>Conectando con el servidor</translation>
  </message>
  <message>
   <source>Continue</source>
   <translation>Continuar</translation>
  </message>
  <message>
   <source>Converting</source>
   <translation>Convirtiendo</translation>
  </message>
  <message>
   <source>Copies and backups that were made before still open with the old one.</source>
   <translation>Las copias y copias de seguridad anteriores se siguen abriendo con la antigua.</translation>
  </message>
  <message>
   <source>Copying to {folder}</source>
   <translation>Copiando a {folder}</translation>
  </message>
  <message>
   <source>Correct it in Settings, under Hospital network, and test it there.</source>
   <translation>Corríjalo en Ajustes, en Red del hospital, y pruébelo ahí.</translation>
  </message>
  <message>
   <source>Cover the window after (min)</source>
   <translation>Cubrir la ventana tras (min)</translation>
  </message>
  <message>
   <source>DICOM segmentation</source>
   <translation>Segmentación DICOM</translation>
  </message>
  <message>
   <source>DICOM structure set</source>
   <translation>Conjunto de estructuras DICOM</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Oscuro</translation>
  </message>
  <message>
   <source>Dark for reading rooms, light for bright offices.</source>
   <translation>Oscuro para salas de lectura, claro para despachos luminosos.</translation>
  </message>
  <message>
   <source>Decrypt the images of this workspace?</source>
   <translation>¿Descifrar las imágenes de este espacio de trabajo?</translation>
  </message>
  <message>
   <source>Decrypt them</source>
   <translation>Descifrarlas</translation>
  </message>
  <message>
   <source>Diameter of a new brush.</source>
   <translation>Diámetro de un pincel nuevo.</translation>
  </message>
  <message>
   <source>Dice</source>
   <translation>Dice</translation>
  </message>
  <message>
   <source>Dice by lesion</source>
   <translation>Dice por lesión</translation>
  </message>
  <message>
   <source>Dice is how well two outlines agree, from 0 (not at all) to 1 (wholly).</source>
   <translation>Dice dice cuánto coinciden dos contornos, de 0 (nada) a 1 (del todo).</translation>
  </message>
  <message>
   <source>Differs from version {n}</source>
   <translation>Difiere de la versión {n}</translation>
  </message>
  <message>
   <source>Do not encrypt</source>
   <translation>No cifrar</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Hecho</translation>
  </message>
  <message>
   <source>Drag from end to end. Backspace takes the last one away.</source>
   <translation>Arrastre de extremo a extremo. Retroceso quita la última.</translation>
  </message>
  <message>
   <source>Drag the longest diameter, then drag across it: the second line keeps at right angles.</source>
   <translation>Arrastre el diámetro más largo y luego en perpendicular: la segunda línea se mantiene en ángulo recto.</translation>
  </message>
  <message>
   <source>Draw a crisp line around every label.</source>
   <translation>Traza una línea nítida alrededor de cada etiqueta.</translation>
  </message>
  <message>
   <source>Draw some of each label in a slice or two, then let them grow until they meet each other or an edge.</source>
   <translation>Dibuje algo de cada etiqueta en uno o dos cortes y déjelas crecer hasta que se encuentren entre sí o con un borde.</translation>
  </message>
  <message>
   <source>Draw the label in some slices of one plane; the empty ones between them are filled.</source>
   <translation>Dibuje la etiqueta en algunos cortes de un plano; los vacíos de en medio se rellenan.</translation>
  </message>
  <message>
   <source>Drawn, not approved</source>
   <translation>Dibujado, sin aprobar</translation>
  </message>
  <message>
   <source>ET is the enhancing tumour,</source>
   <translation>ET es el tumor con realce,</translation>
  </message>
  <message>
   <source>Each label, or each region by itself.</source>
   <translation>Cada etiqueta o cada región por separado.</translation>
  </message>
  <message>
   <source>Empty parts of the brain</source>
   <translation>Partes vacías del cerebro</translation>
  </message>
  <message>
   <source>Encrypt it</source>
   <translation>Cifrarla</translation>
  </message>
  <message>
   <source>Encrypt the backup?</source>
   <translation>¿Cifrar la copia de seguridad?</translation>
  </message>
  <message>
   <source>Encrypt the images of this workspace?</source>
   <translation>¿Cifrar las imágenes de este espacio de trabajo?</translation>
  </message>
  <message>
   <source>Encrypt without a recovery file?</source>
   <translation>¿Cifrar sin archivo de recuperación?</translation>
  </message>
  <message>
   <source>Encrypt without one</source>
   <translation>Cifrar sin él</translation>
  </message>
  <message>
   <source>Enhancing tumour</source>
   <translation>Tumor con realce</translation>
  </message>
  <message>
   <source>Estimates how far each candidate can be trusted and what is true, in turns. A voxel that stays undecided becomes background.</source>
   <translation>Estima por turnos cuánto se puede confiar en cada candidato y qué es verdad. Un vóxel que queda sin decidir pasa a ser fondo.</translation>
  </message>
  <message>
   <source>Everything in the review package is here already</source>
   <translation>Todo lo que contiene el paquete de revisión ya está aquí</translation>
  </message>
  <message>
   <source>Exclude</source>
   <translation>Excluir</translation>
  </message>
  <message>
   <source>Exclude {n} case</source>
   <translation>Excluir {n} caso</translation>
  </message>
  <message>
   <source>Exclude {n} cases</source>
   <translation>Excluir {n} casos</translation>
  </message>
  <message>
   <source>Excluded</source>
   <translation>Excluido</translation>
  </message>
  <message>
   <source>Export it again on the grid of the images it belongs to (240x240x155, 1 mm for atlas space).</source>
   <translation>Expórtelo de nuevo en la rejilla de sus imágenes (240x240x155, 1 mm en el espacio del atlas).</translation>
  </message>
  <message>
   <source>Export the series again from the scanner or the PACS; the file may be cut short.</source>
   <translation>Exporte de nuevo la serie desde el escáner o el PACS; quizá el archivo esté cortado.</translation>
  </message>
  <message>
   <source>Export {n} case</source>
   <translation>Exportar {n} caso</translation>
  </message>
  <message>
   <source>Export {n} cases</source>
   <translation>Exportar {n} casos</translation>
  </message>
  <message>
   <source>Export {n} cases…</source>
   <translation>Exportar {n} casos…</translation>
  </message>
  <message>
   <source>Export {n} case…</source>
   <translation>Exportar {n} caso…</translation>
  </message>
  <message>
   <source>Exporting</source>
   <translation>Exportando</translation>
  </message>
  <message>
   <source>FLAIR</source>
   <translation>FLAIR</translation>
  </message>
  <message>
   <source>Failed</source>
   <translation>Falló</translation>
  </message>
  <message>
   <source>FeTS folders</source>
   <translation>Carpetas FeTS</translation>
  </message>
  <message>
   <source>Federation</source>
   <translation>Federación</translation>
  </message>
  <message>
   <source>Fetch {n} series</source>
   <translation>Traer {n} series</translation>
  </message>
  <message>
   <source>Fetch {n} studies</source>
   <translation>Traer {n} estudios</translation>
  </message>
  <message>
   <source>Fetch {n} study</source>
   <translation>Traer {n} estudio</translation>
  </message>
  <message>
   <source>Fill holes</source>
   <translation>Rellenar huecos</translation>
  </message>
  <message>
   <source>Fills what is unlabelled, enclosed, and touches the active label, with that label.</source>
   <translation>Rellena con la etiqueta activa lo que no tiene etiqueta, está encerrado y la toca.</translation>
  </message>
  <message>
   <source>Finding the edges of the images…</source>
   <translation>Buscando los bordes de las imágenes…</translation>
  </message>
  <message>
   <source>Fine</source>
   <translation>Bien</translation>
  </message>
  <message>
   <source>Fit of the mirror image (1: as good)</source>
   <translation>Ajuste de la imagen especular (1: igual de bueno)</translation>
  </message>
  <message>
   <source>Flag</source>
   <translation>Señalar</translation>
  </message>
  <message>
   <source>Flag a problem of {n} case</source>
   <translation>Señalar un problema de {n} caso</translation>
  </message>
  <message>
   <source>Flag a problem of {n} cases</source>
   <translation>Señalar un problema de {n} casos</translation>
  </message>
  <message>
   <source>For FeTS's own tools; Import reads it back</source>
   <translation>Para las herramientas del propio FeTS; Importar las vuelve a leer</translation>
  </message>
  <message>
   <source>For example 19-7, or 12-13, 18-6. What was begun is finished and sent; the other sites do not wait longer than the plan says. Empty lets it work at any time.</source>
   <translation>Por ejemplo 19-7, o 12-13, 18-6. Lo empezado se termina y se envía; los demás centros no esperan más de lo que dice el plan. Vacío trabaja a cualquier hora.</translation>
  </message>
  <message>
   <source>Forget</source>
   <translation>Olvidar</translation>
  </message>
  <message>
   <source>Forget {case}</source>
   <translation>Olvidar {case}</translation>
  </message>
  <message>
   <source>Four of five train, as in the FeTS study. Patients are put in a row by scanner and tumour volume; of every five neighbours one validates, so that both sides hold small and large tumours of every scanner. Scanners with fewer than five patients count as one.</source>
   <translation>Cuatro de cada cinco entrenan, como en el estudio FeTS. Los pacientes se ordenan por escáner y volumen tumoral; de cada cinco vecinos valida uno, de modo que ambos lados tienen tumores pequeños y grandes de cada escáner. Los escáneres con menos de cinco pacientes cuentan como uno.</translation>
  </message>
  <message>
   <source>Free some space, then do the same again; what was saved before is unharmed.</source>
   <translation>Libere espacio y repita lo mismo; lo guardado antes está intacto.</translation>
  </message>
  <message>
   <source>Gaps of up to 1 ml that tumour encloses on all sides.</source>
   <translation>Huecos de hasta 1 ml que el tumor rodea por todos lados.</translation>
  </message>
  <message>
   <source>Give it in Settings, Privacy; a command takes it from FETS_DESKTOP_PASSPHRASE.</source>
   <translation>Introdúzcala en Ajustes, Privacidad; una orden la toma de FETS_DESKTOP_PASSPHRASE.</translation>
  </message>
  <message>
   <source>Give its number and date; without them no site joins.</source>
   <translation>Indique su número y fecha; sin ellos ningún centro se incorpora.</translation>
  </message>
  <message>
   <source>Give the passphrase and import again; or say who it is: on the Import screen, or with --identity NAME=one or NAME=different.</source>
   <translation>Introduzca la frase de contraseña e importe de nuevo; o diga quién es: en la pantalla Importar, o con --identity NAME=one o NAME=different.</translation>
  </message>
  <message>
   <source>Gives</source>
   <translation>Da</translation>
  </message>
  <message>
   <source>Go on when the window is closed</source>
   <translation>Seguir cuando se cierra la ventana</translation>
  </message>
  <message>
   <source>Grid</source>
   <translation>Rejilla</translation>
  </message>
  <message>
   <source>Growing…</source>
   <translation>Creciendo…</translation>
  </message>
  <message>
   <source>HD95 by lesion in mm</source>
   <translation>HD95 por lesión en mm</translation>
  </message>
  <message>
   <source>HD95 in mm</source>
   <translation>HD95 en mm</translation>
  </message>
  <message>
   <source>Hidden: a second reading is under way</source>
   <translation>Oculto: hay una segunda lectura en curso</translation>
  </message>
  <message>
   <source>Hospital network</source>
   <translation>Red del hospital</translation>
  </message>
  <message>
   <source>Hours it may work</source>
   <translation>Horas en que puede trabajar</translation>
  </message>
  <message>
   <source>How images are shown</source>
   <translation>Cómo se muestran las imágenes</translation>
  </message>
  <message>
   <source>How it is drawn</source>
   <translation>Cómo se sortea</translation>
  </message>
  <message>
   <source>How sharply it fits</source>
   <translation>Con qué nitidez encaja</translation>
  </message>
  <message>
   <source>How strongly labels cover the image.</source>
   <translation>Con qué fuerza cubren la imagen las etiquetas.</translation>
  </message>
  <message>
   <source>How they are fused</source>
   <translation>Cómo se fusionan</translation>
  </message>
  <message>
   <source>I know that this cannot be undone</source>
   <translation>Sé que esto no se puede deshacer</translation>
  </message>
  <message>
   <source>ITK-SNAP</source>
   <translation>ITK-SNAP</translation>
  </message>
  <message>
   <source>If the key is lost, with the keyring, the user's account or the passphrase, so are all images of this workspace. A recovery file can be written later.</source>
   <translation>Si se pierde la clave, con el llavero, la cuenta del usuario o la frase de contraseña, se pierden también todas las imágenes de este espacio de trabajo. Un archivo de recuperación puede escribirse más tarde.</translation>
  </message>
  <message>
   <source>Images and labels under BraTS names</source>
   <translation>Imágenes y etiquetas con nombres BraTS</translation>
  </message>
  <message>
   <source>Images are being decrypted; that is not through yet</source>
   <translation>Las imágenes se están descifrando; aún no ha terminado</translation>
  </message>
  <message>
   <source>Images are being encrypted; that is not through yet</source>
   <translation>Las imágenes se están cifrando; aún no ha terminado</translation>
  </message>
  <message>
   <source>Images are encrypted</source>
   <translation>Las imágenes están cifradas</translation>
  </message>
  <message>
   <source>Images are kept under pseudonyms. An encrypted table of pseudonyms and patients lets results go back to your PACS under the patient's name. This computer has no system keyring, so the table needs a passphrase.</source>
   <translation>Las imágenes se guardan con seudónimos. Una tabla cifrada de seudónimos y pacientes permite devolver los resultados a su PACS con el nombre del paciente. Este equipo no tiene llavero del sistema, así que la tabla necesita una frase de contraseña.</translation>
  </message>
  <message>
   <source>Images are not encrypted by the program</source>
   <translation>El programa no cifra las imágenes</translation>
  </message>
  <message>
   <source>Images cannot be received at this port</source>
   <translation>No se pueden recibir imágenes en este puerto</translation>
  </message>
  <message>
   <source>Import patients</source>
   <translation>Importar pacientes</translation>
  </message>
  <message>
   <source>Import the case from DICOM, or choose NIfTI, Slicer, FeTS, nnU-Net, BIDS or the report.</source>
   <translation>Importe el caso desde DICOM o elija NIfTI, Slicer, FeTS, nnU-Net, BIDS o el informe.</translation>
  </message>
  <message>
   <source>Import the missing series, or exclude the case.</source>
   <translation>Importe la serie que falta o excluya el caso.</translation>
  </message>
  <message>
   <source>Imported labels</source>
   <translation>Etiquetas importadas</translation>
  </message>
  <message>
   <source>Imported, not approved</source>
   <translation>Importado, sin aprobar</translation>
  </message>
  <message>
   <source>In review</source>
   <translation>En revisión</translation>
  </message>
  <message>
   <source>In the federation: {who}</source>
   <translation>En la federación: {who}</translation>
  </message>
  <message>
   <source>In the system keyring of this user</source>
   <translation>En el llavero de este usuario</translation>
  </message>
  <message>
   <source>In this workspace, under your passphrase</source>
   <translation>En este espacio de trabajo, con su frase de contraseña</translation>
  </message>
  <message>
   <source>Include</source>
   <translation>Incluir</translation>
  </message>
  <message>
   <source>Include it again</source>
   <translation>Volver a incluirlo</translation>
  </message>
  <message>
   <source>Install the newer version of FeTS Desktop on this computer.</source>
   <translation>Instale la versión más nueva de FeTS Desktop en este equipo.</translation>
  </message>
  <message>
   <source>It answers.</source>
   <translation>Responde.</translation>
  </message>
  <message>
   <source>It came up in the job “{job}”.</source>
   <translation>Ocurrió en la tarea «{job}».</translation>
  </message>
  <message>
   <source>It does not listen. {why}</source>
   <translation>No escucha. {why}</translation>
  </message>
  <message>
   <source>It is scored on {n} validation case.</source>
   <translation>Se evalúa con {n} caso de validación.</translation>
  </message>
  <message>
   <source>It is scored on {n} validation cases.</source>
   <translation>Se evalúa con {n} casos de validación.</translation>
  </message>
  <message>
   <source>It listens at port {port}.</source>
   <translation>Escucha en el puerto {port}.</translation>
  </message>
  <message>
   <source>It needs somebody</source>
   <translation>Necesita a una persona</translation>
  </message>
  <message>
   <source>It opens here by itself as soon as it is ready.</source>
   <translation>Se abre aquí solo en cuanto esté listo.</translation>
  </message>
  <message>
   <source>It opens the table of patients and the passwords of the PACS. Without it everything else goes on; patients that are imported meanwhile are entered once it is given.</source>
   <translation>Abre la tabla de pacientes y las contraseñas de los PACS. Sin ella sigue todo lo demás; los pacientes importados mientras tanto se anotan en cuanto se dé.</translation>
  </message>
  <message>
   <source>It takes a minute or two; the line at the bottom says how far it is. The patient appears here, is prepared and outlined by itself, and is then ready for your review.</source>
   <translation>Tarda uno o dos minutos; la línea de abajo dice por dónde va. El paciente aparece aquí, se prepara y se contornea solo, y queda listo para su revisión.</translation>
  </message>
  <message>
   <source>It takes no further part in the work.</source>
   <translation>No participa más en el trabajo.</translation>
  </message>
  <message>
   <source>It takes no further part in the work. Nothing is deleted, and it can be included again.</source>
   <translation>No participa más en el trabajo. No se borra nada y se puede volver a incluir.</translation>
  </message>
  <message>
   <source>It was changed in both places: compare versions {a} and {b} under Versions… and adjudicate.</source>
   <translation>Se cambió en ambos sitios: compare las versiones {a} y {b} en «Versiones…» y adjudique.</translation>
  </message>
  <message>
   <source>It was stopped: there is no backup.</source>
   <translation>Se detuvo: no hay copia de seguridad.</translation>
  </message>
  <message>
   <source>It will calculate in 8 bits: several times as quick, in a fraction of the memory. Some labelled cases set its ranges, on the others its Dice is compared with that in 32 bits. If it loses too much, the new model stays in 32 bits. The model itself is left as it is.</source>
   <translation>Calculará en 8 bits: varias veces más rápido y con una fracción de la memoria. Algunos casos etiquetados fijan sus rangos y con los demás se compara su Dice con el de 32 bits. Si pierde demasiado, el modelo nuevo se queda en 32 bits. El modelo original no se toca.</translation>
  </message>
  <message>
   <source>It will end about {when}, if rounds go on as they do.</source>
   <translation>Terminará hacia {when}, si las rondas siguen así.</translation>
  </message>
  <message>
   <source>Its files are not what was written. Preparing it again makes them anew; its labels are kept.</source>
   <translation>Sus archivos no son lo que se escribió. Prepararlo de nuevo los rehace; sus etiquetas se conservan.</translation>
  </message>
  <message>
   <source>Its images are being read.</source>
   <translation>Se están leyendo sus imágenes.</translation>
  </message>
  <message>
   <source>Its images are encrypted: the workspace opens with its passphrase only.</source>
   <translation>Sus imágenes están cifradas: el espacio de trabajo solo se abre con su frase de contraseña.</translation>
  </message>
  <message>
   <source>Its images were made anew here meanwhile: check where the outlines lie.</source>
   <translation>Mientras tanto sus imágenes se rehicieron aquí: compruebe dónde están los contornos.</translation>
  </message>
  <message>
   <source>Its images, labels, every version, edits and records are destroyed here, and with the patient's last case who the patient is. The audit keeps only that a case of this pseudonym was forgotten.</source>
   <translation>Aquí se destruyen sus imágenes, etiquetas, todas las versiones, cambios y registros y, con el último caso del paciente, quién es. La auditoría conserva solo que se olvidó un caso de este seudónimo.</translation>
  </message>
  <message>
   <source>Its key</source>
   <translation>Su clave</translation>
  </message>
  <message>
   <source>Its parts that matter most stayed in 32 bits for that.</source>
   <translation>Para ello, sus partes más importantes quedaron en 32 bits.</translation>
  </message>
  <message>
   <source>Its server was not started yet</source>
   <translation>Su servidor aún no se ha iniciado</translation>
  </message>
  <message>
   <source>Jobs</source>
   <translation>Tareas</translation>
  </message>
  <message>
   <source>Jobs at a time</source>
   <translation>Tareas a la vez</translation>
  </message>
  <message>
   <source>Keep a table</source>
   <translation>Llevar una tabla</translation>
  </message>
  <message>
   <source>Keep a table of who is who?</source>
   <translation>¿Llevar una tabla de quién es quién?</translation>
  </message>
  <message>
   <source>Keep none</source>
   <translation>No llevar ninguna</translation>
  </message>
  <message>
   <source>Keep the key</source>
   <translation>Guardar la clave</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>Teclas</translation>
  </message>
  <message>
   <source>Keys of your own</source>
   <translation>Teclas propias</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>Etiqueta</translation>
  </message>
  <message>
   <source>Label opacity</source>
   <translation>Opacidad de las etiquetas</translation>
  </message>
  <message>
   <source>Label outlines</source>
   <translation>Contornos de las etiquetas</translation>
  </message>
  <message>
   <source>Labels</source>
   <translation>Etiquetas</translation>
  </message>
  <message>
   <source>Labels by {who}</source>
   <translation>Etiquetas de {who}</translation>
  </message>
  <message>
   <source>Labels on the patient's own series, for the PACS</source>
   <translation>Etiquetas sobre las series del propio paciente, para el PACS</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Idioma</translation>
  </message>
  <message>
   <source>Layout</source>
   <translation>Disposición</translation>
  </message>
  <message>
   <source>Less than 0.2 ml of it in the whole brain, of which the model is unsure.</source>
   <translation>Menos de 0,2 ml en todo el cerebro, de los que el modelo no está seguro.</translation>
  </message>
  <message>
   <source>Let a model propose labels, draw them on the Review screen, or export the images alone as NIfTI.</source>
   <translation>Deje que un modelo proponga etiquetas, dibújelas en la pantalla Revisar o exporte solo las imágenes como NIfTI.</translation>
  </message>
  <message>
   <source>Let the current model propose labels for every prepared case.</source>
   <translation>El modelo actual propone etiquetas para cada caso preparado.</translation>
  </message>
  <message>
   <source>Licence</source>
   <translation>Licencia</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Claro</translation>
  </message>
  <message>
   <source>Likeness (1 is none)</source>
   <translation>Semejanza (1 es ninguna)</translation>
  </message>
  <message>
   <source>Limits</source>
   <translation>Límites</translation>
  </message>
  <message>
   <source>Locked; the passphrase opens it</source>
   <translation>Bloqueada; la abre la frase de contraseña</translation>
  </message>
  <message>
   <source>Look</source>
   <translation>Aspecto</translation>
  </message>
  <message>
   <source>Look at it</source>
   <translation>Mirar</translation>
  </message>
  <message>
   <source>Look at the pictures and say which series is which; preparation then begins by itself.</source>
   <translation>Mire las imágenes y diga qué serie es cada una; la preparación empieza entonces sola.</translation>
  </message>
  <message>
   <source>Look at the pictures on the Import screen and choose, or give --contrast.</source>
   <translation>Mire las imágenes en la pantalla Importar y elija, o indique --contrast.</translation>
  </message>
  <message>
   <source>Look at the places that are listed; do not send the workspace away before they are clean.</source>
   <translation>Mire los lugares de la lista; no envíe fuera el espacio de trabajo antes de que estén limpios.</translation>
  </message>
  <message>
   <source>Look at the series: it may be a scout, a part of the head only, or another part of the body.</source>
   <translation>Mire la serie: puede ser un localizador, solo una parte de la cabeza u otra parte del cuerpo.</translation>
  </message>
  <message>
   <source>Look at the training cases, then start it again; the model in use and the last checkpoint are unharmed.</source>
   <translation>Mire los casos de entrenamiento y empiece de nuevo; el modelo en uso y el último punto guardado están intactos.</translation>
  </message>
  <message>
   <source>Look into the archive; say who they are: on the Import screen, or with --identity NAME=one (one patient), =different (told apart by name, birth date and sex) or =studies (each examination a patient of its own).</source>
   <translation>Consulte el archivo y diga quiénes son: en la pantalla Importar, o con --identity NAME=one (un paciente), =different (distinguidos por nombre, fecha de nacimiento y sexo) o =studies (cada examen, un paciente distinto).</translation>
  </message>
  <message>
   <source>Made</source>
   <translation>Hecho</translation>
  </message>
  <message>
   <source>Made small (8-bit), its mean Dice changed by {d:+.4f}.</source>
   <translation>Reducido (8 bits), su Dice medio cambió en {d:+.4f}.</translation>
  </message>
  <message>
   <source>Majority</source>
   <translation>Mayoría</translation>
  </message>
  <message>
   <source>Make a demo patient</source>
   <translation>Crear un paciente de demostración</translation>
  </message>
  <message>
   <source>Make a new workspace there?</source>
   <translation>¿Crear ahí un espacio de trabajo nuevo?</translation>
  </message>
  <message>
   <source>Make it</source>
   <translation>Crearlo</translation>
  </message>
  <message>
   <source>Make {name} small and quick</source>
   <translation>Hacer {name} pequeño y rápido</translation>
  </message>
  <message>
   <source>Mean</source>
   <translation>Media</translation>
  </message>
  <message>
   <source>Mean scores and the mean loss are sent as they are.</source>
   <translation>Las puntuaciones medias y la pérdida media se envían tal cual.</translation>
  </message>
  <message>
   <source>Median whole tumour</source>
   <translation>Mediana del tumor completo</translation>
  </message>
  <message>
   <source>Mend the line; the columns are PatientID,T1,T1GD,T2,T2FLAIR, or SubjectID,Timepoint,T1,T1GD,T2,FLAIR.</source>
   <translation>Corrija la línea; las columnas son PatientID,T1,T1GD,T2,T2FLAIR o SubjectID,Timepoint,T1,T1GD,T2,FLAIR.</translation>
  </message>
  <message>
   <source>Missing {contrasts}</source>
   <translation>Falta: {contrasts}</translation>
  </message>
  <message>
   <source>Models that propose together</source>
   <translation>Modelos que proponen juntos</translation>
  </message>
  <message>
   <source>Moved during the scan</source>
   <translation>Se movió durante el examen</translation>
  </message>
  <message>
   <source>NIfTI</source>
   <translation>NIfTI</translation>
  </message>
  <message>
   <source>Name of the reader</source>
   <translation>Nombre del lector</translation>
  </message>
  <message>
   <source>Name or birth date are missing, too. Look into the archive; say who they are: on the Import screen, or with --identity NAME=one (one patient), or NAME=studies (each examination a patient of its own).</source>
   <translation>También faltan el nombre o la fecha de nacimiento. Consulte el archivo y diga quiénes son: en la pantalla Importar, o con --identity NAME=one (un paciente) o NAME=studies (cada examen, un paciente distinto).</translation>
  </message>
  <message>
   <source>Names with commas between them: what they propose is fused. Empty lets the current model propose alone.</source>
   <translation>Nombres separados por comas: lo que proponen se fusiona. Vacío, el modelo actual propone solo.</translation>
  </message>
  <message>
   <source>Necrotic core</source>
   <translation>Núcleo necrótico</translation>
  </message>
  <message>
   <source>Needs review</source>
   <translation>Por revisar</translation>
  </message>
  <message>
   <source>No PACS is entered yet. IT knows its address, its port and the two AE titles.</source>
   <translation>Aún no hay ningún PACS dado de alta. Informática conoce su dirección, su puerto y los dos títulos AE.</translation>
  </message>
  <message>
   <source>No case to review yet</source>
   <translation>Aún no hay casos por revisar</translation>
  </message>
  <message>
   <source>No cases yet</source>
   <translation>Aún no hay casos</translation>
  </message>
  <message>
   <source>No certificate yet</source>
   <translation>Aún sin certificado</translation>
  </message>
  <message>
   <source>No connection that can be trusted could be made to the federation's server</source>
   <translation>No se pudo establecer una conexión de confianza con el servidor de la federación</translation>
  </message>
  <message>
   <source>No federation goes on</source>
   <translation>Ninguna federación en marcha</translation>
  </message>
  <message>
   <source>No images were found there</source>
   <translation>No se encontraron imágenes ahí</translation>
  </message>
  <message>
   <source>No labels yet</source>
   <translation>Aún sin etiquetas</translation>
  </message>
  <message>
   <source>No labels yet: paint them, take them from a file, or let a model propose some.</source>
   <translation>Aún sin etiquetas: píntelas, tómelas de un archivo o deje que un modelo las proponga.</translation>
  </message>
  <message>
   <source>No protected connection to the PACS could be made</source>
   <translation>No se pudo establecer una conexión protegida con el PACS</translation>
  </message>
  <message>
   <source>No table is kept</source>
   <translation>No se lleva ninguna tabla</translation>
  </message>
  <message>
   <source>Nobody can find a forgotten passphrase.</source>
   <translation>Nadie puede recuperar una frase olvidada.</translation>
  </message>
  <message>
   <source>Nobody can find a forgotten passphrase. Without a table the images can be used all the same.</source>
   <translation>Nadie puede recuperar una frase olvidada. Sin tabla, las imágenes se pueden usar igualmente.</translation>
  </message>
  <message>
   <source>Nobody can find a forgotten passphrase: a new request would have to be made.</source>
   <translation>Nadie puede recuperar una frase olvidada: habría que hacer una nueva solicitud.</translation>
  </message>
  <message>
   <source>Nobody known here answers for this model</source>
   <translation>Nadie conocido aquí responde por este modelo</translation>
  </message>
  <message>
   <source>Nobody yet: it was made here, while there was no place for this site's key</source>
   <translation>Nadie aún: se hizo aquí cuando no había dónde guardar la clave de este centro</translation>
  </message>
  <message>
   <source>Nobody: it is not signed, and was taken in on a person's word</source>
   <translation>Nadie: no está firmado y se tomó por la palabra de una persona</translation>
  </message>
  <message>
   <source>None: this computer has no system keyring</source>
   <translation>Ninguna: este equipo no tiene llavero del sistema</translation>
  </message>
  <message>
   <source>Not converted</source>
   <translation>Sin convertir</translation>
  </message>
  <message>
   <source>Not for diagnostic use</source>
   <translation>No apto para diagnóstico</translation>
  </message>
  <message>
   <source>Not now</source>
   <translation>Ahora no</translation>
  </message>
  <message>
   <source>Not prepared yet</source>
   <translation>Aún sin preparar</translation>
  </message>
  <message>
   <source>Not said</source>
   <translation>Sin indicar</translation>
  </message>
  <message>
   <source>Nothing is left to do; look at the case's versions.</source>
   <translation>No queda nada por hacer; vea las versiones del caso.</translation>
  </message>
  <message>
   <source>Nothing was changed by the attempt. Use an older backup, or a copy of this one from another disk.</source>
   <translation>El intento no cambió nada. Use una copia de seguridad más antigua o un duplicado de esta en otro disco.</translation>
  </message>
  <message>
   <source>Nowhere</source>
   <translation>En ningún sitio</translation>
  </message>
  <message>
   <source>Of the window, from the next start on. Files, reports and commands stay in English.</source>
   <translation>El de la ventana, desde el próximo inicio. Los archivos, informes y órdenes siguen en inglés.</translation>
  </message>
  <message>
   <source>Offer the tour</source>
   <translation>Ofrecer la visita guiada</translation>
  </message>
  <message>
   <source>Once and for ever: a case that has a side keeps it. Drawing again only gives the newly approved cases theirs. While a federation goes on, nothing changes at all.</source>
   <translation>De una vez para siempre: un caso que tiene lado lo conserva. Sortear de nuevo solo da el suyo a los casos recién aprobados. Mientras siga una federación no cambia nada.</translation>
  </message>
  <message>
   <source>Once more</source>
   <translation>Otra vez</translation>
  </message>
  <message>
   <source>One page with pictures, volumes and diameters</source>
   <translation>Una página con imágenes, volúmenes y diámetros</translation>
  </message>
  <message>
   <source>One patient id stands for several people</source>
   <translation>Un número de paciente corresponde a varias personas</translation>
  </message>
  <message>
   <source>Only paint inside the brain</source>
   <translation>Pintar solo dentro del cerebro</translation>
  </message>
  <message>
   <source>Only the site's own PACS may get it: mark it so in Settings, or send under the pseudonym.</source>
   <translation>Solo el PACS propio del centro puede recibirla: márquelo así en Ajustes o envíe con el seudónimo.</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Abrir</translation>
  </message>
  <message>
   <source>Open FeTS Desktop</source>
   <translation>Abrir FeTS Desktop</translation>
  </message>
  <message>
   <source>Open another workspace…</source>
   <translation>Abrir otro espacio de trabajo…</translation>
  </message>
  <message>
   <source>Open it</source>
   <translation>Abrirlo</translation>
  </message>
  <message>
   <source>Open its invitation first.</source>
   <translation>Abra primero su invitación.</translation>
  </message>
  <message>
   <source>Open the case on the Prepare screen to see the pictures of the steps before.</source>
   <translation>Abra el caso en la pantalla Preparar para ver las imágenes de los pasos anteriores.</translation>
  </message>
  <message>
   <source>Open the program when I sign in</source>
   <translation>Abrir el programa al iniciar sesión</translation>
  </message>
  <message>
   <source>Opening {case}…</source>
   <translation>Abriendo {case}…</translation>
  </message>
  <message>
   <source>Opening…</source>
   <translation>Abriendo…</translation>
  </message>
  <message>
   <source>Others that may send</source>
   <translation>Otros que pueden enviar</translation>
  </message>
  <message>
   <source>Outlines for radiotherapy planning</source>
   <translation>Contornos para planificar la radioterapia</translation>
  </message>
  <message>
   <source>Paints only what is as bright as the place where the stroke begins, and connected to the brush.</source>
   <translation>Pinta solo lo que es tan brillante como el lugar donde empieza el trazo y está unido al pincel.</translation>
  </message>
  <message>
   <source>Paints only what is hatched: voxels in this range of brightness.</source>
   <translation>Pinta solo lo rayado: los vóxeles de este intervalo de brillo.</translation>
  </message>
  <message>
   <source>Passphrase</source>
   <translation>Frase de contraseña</translation>
  </message>
  <message>
   <source>Passphrase of the recovery file</source>
   <translation>Frase de contraseña del archivo de recuperación</translation>
  </message>
  <message>
   <source>Patients</source>
   <translation>Pacientes</translation>
  </message>
  <message>
   <source>Patients are on their way</source>
   <translation>Hay pacientes en camino</translation>
  </message>
  <message>
   <source>Pause after this round</source>
   <translation>Parar tras esta ronda</translation>
  </message>
  <message>
   <source>Paused</source>
   <translation>En pausa</translation>
  </message>
  <message>
   <source>Peritumoral oedema</source>
   <translation>Edema peritumoral</translation>
  </message>
  <message>
   <source>Pieces</source>
   <translation>Fragmentos</translation>
  </message>
  <message>
   <source>Poor signal, judged by eye</source>
   <translation>Mala señal, a simple vista</translation>
  </message>
  <message>
   <source>Port</source>
   <translation>Puerto</translation>
  </message>
  <message>
   <source>Post-operative, FeTS v2 (ET = 3, RC = 4)</source>
   <translation>Postoperatorio, FeTS v2 (ET = 3, RC = 4)</translation>
  </message>
  <message>
   <source>Preparation and segmentation jobs that run together; 0 for as many as cores and free memory allow.</source>
   <translation>Preparaciones y segmentaciones que se ejecutan juntas; 0 para tantas como permitan los núcleos y la memoria libre.</translation>
  </message>
  <message>
   <source>Prepare</source>
   <translation>Preparar</translation>
  </message>
  <message>
   <source>Prepare after import</source>
   <translation>Preparar tras importar</translation>
  </message>
  <message>
   <source>Prepare it again</source>
   <translation>Prepararlo de nuevo</translation>
  </message>
  <message>
   <source>Prepare it now</source>
   <translation>Prepararlo ahora</translation>
  </message>
  <message>
   <source>Prepare the case again, or give images of one size and position (240x240x155, 1 mm for atlas space).</source>
   <translation>Prepare de nuevo el caso o dé imágenes del mismo tamaño y posición (240x240x155, 1 mm en el espacio del atlas).</translation>
  </message>
  <message>
   <source>Prepare {n} waiting case</source>
   <translation>Preparar {n} caso en espera</translation>
  </message>
  <message>
   <source>Prepare {n} waiting cases</source>
   <translation>Preparar {n} casos en espera</translation>
  </message>
  <message>
   <source>Prepared</source>
   <translation>Preparado</translation>
  </message>
  <message>
   <source>Preparing</source>
   <translation>Preparando</translation>
  </message>
  <message>
   <source>Preparing brings its four series onto one grid and finds the brain. It takes some minutes.</source>
   <translation>Preparar lleva sus cuatro series a una misma rejilla y encuentra el cerebro. Tarda unos minutos.</translation>
  </message>
  <message>
   <source>Privacy</source>
   <translation>Privacidad</translation>
  </message>
  <message>
   <source>Propose after preparation</source>
   <translation>Proponer tras preparar</translation>
  </message>
  <message>
   <source>Proposed, not approved</source>
   <translation>Propuesto, sin aprobar</translation>
  </message>
  <message>
   <source>Put right what is named, and found it again.</source>
   <translation>Corrija lo que se nombra y fúndela de nuevo.</translation>
  </message>
  <message>
   <source>Questions for what is due</source>
   <translation>Preguntas sobre qué toca hacer</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>Salir</translation>
  </message>
  <message>
   <source>Read</source>
   <translation>Leer</translation>
  </message>
  <message>
   <source>Read why; if it is not clear, ask IT to look at the log of the PACS.</source>
   <translation>Lea el motivo; si no está claro, pida a informática que mire el registro del PACS.</translation>
  </message>
  <message>
   <source>Read why; its environment is made by installers/aggregator.sh.</source>
   <translation>Lea el motivo; su entorno lo crea installers/aggregator.sh.</translation>
  </message>
  <message>
   <source>Ready to prepare</source>
   <translation>Listo para preparar</translation>
  </message>
  <message>
   <source>Reason, for example: poor signal</source>
   <translation>Motivo, por ejemplo: mala señal</translation>
  </message>
  <message>
   <source>Receipts for them</source>
   <translation>Acuses de recibo</translation>
  </message>
  <message>
   <source>Receive encrypted only</source>
   <translation>Recibir solo cifrado</translation>
  </message>
  <message>
   <source>Receive images that are sent here</source>
   <translation>Recibir las imágenes que se envían aquí</translation>
  </message>
  <message>
   <source>Receiving the common model</source>
   <translation>Recibiendo el modelo común</translation>
  </message>
  <message>
   <source>Regions</source>
   <translation>Regiones</translation>
  </message>
  <message>
   <source>Remove {name}</source>
   <translation>Quitar {name}</translation>
  </message>
  <message>
   <source>Report (PDF)</source>
   <translation>Informe (PDF)</translation>
  </message>
  <message>
   <source>Report for the PACS</source>
   <translation>Informe para el PACS</translation>
  </message>
  <message>
   <source>Requests for the common model</source>
   <translation>Peticiones del modelo común</translation>
  </message>
  <message>
   <source>Resection cavity</source>
   <translation>Cavidad de resección</translation>
  </message>
  <message>
   <source>Restore a backup…</source>
   <translation>Recuperar una copia de seguridad…</translation>
  </message>
  <message>
   <source>Restore identities.vault or secrets.vault from a backup; the images are unharmed.</source>
   <translation>Restaure identities.vault o secrets.vault desde una copia de seguridad; las imágenes están intactas.</translation>
  </message>
  <message>
   <source>Restore the workspace from a backup; its help page says what to do without one.</source>
   <translation>Restaure el espacio de trabajo desde una copia de seguridad; su página de ayuda dice qué hacer si no la hay.</translation>
  </message>
  <message>
   <source>Result</source>
   <translation>Final</translation>
  </message>
  <message>
   <source>Results of {n} case are at</source>
   <translation>Los resultados de {n} caso están en</translation>
  </message>
  <message>
   <source>Results of {n} cases are at</source>
   <translation>Los resultados de {n} casos están en</translation>
  </message>
  <message>
   <source>Resume</source>
   <translation>Reanudar</translation>
  </message>
  <message>
   <source>Review</source>
   <translation>Revisar</translation>
  </message>
  <message>
   <source>Run the set-up again.</source>
   <translation>Ejecute de nuevo la instalación.</translation>
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
   <translation>Guardar una imagen</translation>
  </message>
  <message>
   <source>Say which label scheme the file uses: brats2021, brats2023 or postop.</source>
   <translation>Diga qué esquema de etiquetas usa el archivo: brats2021, brats2023 o postop.</translation>
  </message>
  <message>
   <source>Scanners</source>
   <translation>Escáneres</translation>
  </message>
  <message>
   <source>Score on {n} validation case</source>
   <translation>Evaluar con {n} caso de validación</translation>
  </message>
  <message>
   <source>Score on {n} validation cases</source>
   <translation>Evaluar con {n} casos de validación</translation>
  </message>
  <message>
   <source>Scoring the common model on the validation cases</source>
   <translation>Evaluando el modelo común con los casos de validación</translation>
  </message>
  <message>
   <source>Scoring the common model on this site's cases</source>
   <translation>Evaluando el modelo común con los casos de este centro</translation>
  </message>
  <message>
   <source>Scoring this site's own model on the validation cases</source>
   <translation>Evaluando el modelo propio de este centro con los casos de validación</translation>
  </message>
  <message>
   <source>Second reading by {who}</source>
   <translation>Segunda lectura de {who}</translation>
  </message>
  <message>
   <source>See --help.</source>
   <translation>Vea --help.</translation>
  </message>
  <message>
   <source>See `cases list`, or the Cases screen, for the names.</source>
   <translation>Vea los nombres con `cases list` o en la pantalla Casos.</translation>
  </message>
  <message>
   <source>See `pacs nodes`, or Settings, for the names.</source>
   <translation>Vea los nombres con `pacs nodes` o en Ajustes.</translation>
  </message>
  <message>
   <source>See the Segment screen for what each does.</source>
   <translation>Vea en la pantalla Segmentar qué hace cada una.</translation>
  </message>
  <message>
   <source>See the versions of the case on the Review screen.</source>
   <translation>Vea las versiones del caso en la pantalla Revisar.</translation>
  </message>
  <message>
   <source>Seed of the split</source>
   <translation>Semilla de la división</translation>
  </message>
  <message>
   <source>Sees</source>
   <translation>Ve</translation>
  </message>
  <message>
   <source>Segment</source>
   <translation>Segmentar</translation>
  </message>
  <message>
   <source>Segment {n} case</source>
   <translation>Segmentar {n} caso</translation>
  </message>
  <message>
   <source>Segment {n} cases</source>
   <translation>Segmentar {n} casos</translation>
  </message>
  <message>
   <source>Segmenting</source>
   <translation>Segmentando</translation>
  </message>
  <message>
   <source>Send nothing; read the message to the federation's owner, who can mend it. Then let it go on.</source>
   <translation>No envíe nada; lea el mensaje al titular de la federación, que puede arreglarlo. Después deje que continúe.</translation>
  </message>
  <message>
   <source>Send the complete series again; one slice may be missing, doubled or from another series.</source>
   <translation>Envíe de nuevo la serie completa; puede que un corte falte, esté repetido o sea de otra serie.</translation>
  </message>
  <message>
   <source>Send {n} case to the PACS</source>
   <translation>Enviar {n} caso al PACS</translation>
  </message>
  <message>
   <source>Send {n} cases to the PACS</source>
   <translation>Enviar {n} casos al PACS</translation>
  </message>
  <message>
   <source>Sending what was worked out</source>
   <translation>Enviando los resultados</translation>
  </message>
  <message>
   <source>Sensitivity</source>
   <translation>Sensibilidad</translation>
  </message>
  <message>
   <source>Separate pieces of a label. What is removed goes to the label around it.</source>
   <translation>Fragmentos separados de una etiqueta. Lo que se quita pasa a la etiqueta que lo rodea.</translation>
  </message>
  <message>
   <source>Series</source>
   <translation>Series</translation>
  </message>
  <message>
   <source>Several examinations have a patient id that anybody may have</source>
   <translation>Varios exámenes tienen un número de paciente que cualquiera puede tener</translation>
  </message>
  <message>
   <source>Share of the processor (%)</source>
   <translation>Parte del procesador (%)</translation>
  </message>
  <message>
   <source>Share that trains</source>
   <translation>Proporción que entrena</translation>
  </message>
  <message>
   <source>Signed under every annotation you approve.</source>
   <translation>Firma cada anotación que usted aprueba.</translation>
  </message>
  <message>
   <source>So large an epsilon promises hardly anything.</source>
   <translation>Un épsilon tan grande apenas promete nada.</translation>
  </message>
  <message>
   <source>So long nothing more of it must have come before it is imported.</source>
   <translation>Durante ese tiempo no debe haber llegado nada más de él antes de importarlo.</translation>
  </message>
  <message>
   <source>So long without a hand on mouse or keys, and every window is covered and the table of patients locked. 0: never.</source>
   <translation>Tras ese tiempo sin tocar ratón ni teclas, se cubren todas las ventanas y se bloquea la tabla de pacientes. 0: nunca.</translation>
  </message>
  <message>
   <source>So much drowns what was learnt, and the server may refuse it, unless very many sites take part.</source>
   <translation>Tanto ahoga lo aprendido y el servidor puede rechazarlo, salvo que participen muchísimos centros.</translation>
  </message>
  <message>
   <source>So that a federation goes on by itself after the computer was started anew.</source>
   <translation>Para que una federación siga sola después de reiniciar el equipo.</translation>
  </message>
  <message>
   <source>Something in the program went wrong</source>
   <translation>Algo falló en el programa</translation>
  </message>
  <message>
   <source>Something in the program went wrong; your images are not to blame. Try again. If it happens again, “Why?” at the bottom has the details for your support.</source>
   <translation>Algo falló en el programa; la culpa no es de sus imágenes. Inténtelo de nuevo. Si se repite, «¿Por qué?» abajo tiene los detalles para su asistencia.</translation>
  </message>
  <message>
   <source>Something in the workspace names a patient, or may do so</source>
   <translation>Algo en el espacio de trabajo nombra a un paciente o podría hacerlo</translation>
  </message>
  <message>
   <source>Specificity</source>
   <translation>Especificidad</translation>
  </message>
  <message>
   <source>Specks of less than 0.1 ml, and pieces and outgrowths that the model is unsure of; such core becomes oedema. The most believable piece always stays.</source>
   <translation>Motas de menos de 0,1 ml, y fragmentos y prolongaciones de los que el modelo no está seguro; ese núcleo pasa a ser edema. El fragmento más creíble permanece siempre.</translation>
  </message>
  <message>
   <source>Split</source>
   <translation>División</translation>
  </message>
  <message>
   <source>Start it again; it goes on where it was. If it happens again, memory may be short.</source>
   <translation>Iníciela de nuevo; sigue donde estaba. Si se repite, quizá falte memoria.</translation>
  </message>
  <message>
   <source>Start the preparation of a case once its contrasts are certain.</source>
   <translation>Empieza a preparar un caso en cuanto sus secuencias son seguras.</translation>
  </message>
  <message>
   <source>Stopped</source>
   <translation>Detenido</translation>
  </message>
  <message>
   <source>Strokes stop at the brain mask.</source>
   <translation>Los trazos se detienen en la máscara cerebral.</translation>
  </message>
  <message>
   <source>Suggested by {who}</source>
   <translation>Sugerido por {who}</translation>
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
   <translation>TC el núcleo tumoral (con realce y necrótico),</translation>
  </message>
  <message>
   <source>Table of patients</source>
   <translation>Tabla de pacientes</translation>
  </message>
  <message>
   <source>Take it as the scanner made it; this one may be empty, a mask, a copy, or changed by a program.</source>
   <translation>Use la imagen tal como la hizo el escáner; esta puede estar vacía, ser una máscara o una copia, o haber sido modificada por un programa.</translation>
  </message>
  <message>
   <source>Take it to the computer that it was made for; its help page says which one that is. Nothing was changed.</source>
   <translation>Llévelo al equipo para el que se hizo; su página de ayuda dice cuál es. No se cambió nada.</translation>
  </message>
  <message>
   <source>Take out pieces that are hardly believable</source>
   <translation>Quitar los fragmentos poco creíbles</translation>
  </message>
  <message>
   <source>Take the file again from where it came from; it is damaged or of another kind.</source>
   <translation>Obtenga de nuevo el archivo de su origen; está dañado o es de otro tipo.</translation>
  </message>
  <message>
   <source>Take the model of round {n} over</source>
   <translation>Tomar el modelo de la ronda {n}</translation>
  </message>
  <message>
   <source>Take the step before first; the Cases screen shows where each case stands.</source>
   <translation>Dé antes el paso anterior; la pantalla Casos muestra en qué punto está cada caso.</translation>
  </message>
  <message>
   <source>Takes</source>
   <translation>Toma</translation>
  </message>
  <message>
   <source>Takes corners off the active label. Its volume stays.</source>
   <translation>Quita las esquinas de la etiqueta activa. Su volumen se mantiene.</translation>
  </message>
  <message>
   <source>Tell the federation's owner; nothing was trained with it and nothing was sent.</source>
   <translation>Avise al titular de la federación; no se entrenó con él ni se envió nada.</translation>
  </message>
  <message>
   <source>Test</source>
   <translation>Probar</translation>
  </message>
  <message>
   <source>Test {name}</source>
   <translation>Probar {name}</translation>
  </message>
  <message>
   <source>Text may be burnt into the pictures of {n} series: look at it before it leaves.</source>
   <translation>Puede haber texto grabado en las imágenes de {n} series: mírelo antes de que salga.</translation>
  </message>
  <message>
   <source>That folder cannot be used for this</source>
   <translation>Esa carpeta no se puede usar para esto</translation>
  </message>
  <message>
   <source>That was measured on {n} case.</source>
   <translation>Se midió con {n} caso.</translation>
  </message>
  <message>
   <source>That was measured on {n} cases.</source>
   <translation>Se midió con {n} casos.</translation>
  </message>
  <message>
   <source>That was measured on {where}.</source>
   <translation>Se midió con {where}.</translation>
  </message>
  <message>
   <source>The 95 % interval of that change, case by case, is {low:+.4f} to {high:+.4f}.</source>
   <translation>El intervalo del 95 % de ese cambio, caso por caso, va de {low:+.4f} a {high:+.4f}.</translation>
  </message>
  <message>
   <source>The PACS broke off or did not answer</source>
   <translation>El PACS cortó la comunicación o no respondió</translation>
  </message>
  <message>
   <source>The PACS could not be reached</source>
   <translation>No se pudo alcanzar el PACS</translation>
  </message>
  <message>
   <source>The PACS could not do what was asked of it</source>
   <translation>El PACS no pudo hacer lo que se le pidió</translation>
  </message>
  <message>
   <source>The PACS has nothing of that kind</source>
   <translation>El PACS no tiene nada así</translation>
  </message>
  <message>
   <source>The PACS refused to talk to this program</source>
   <translation>El PACS se negó a comunicarse con este programa</translation>
  </message>
  <message>
   <source>The active label and another change places, everywhere.</source>
   <translation>La etiqueta activa y otra se intercambian en todas partes.</translation>
  </message>
  <message>
   <source>The backup is damaged</source>
   <translation>La copia de seguridad está dañada</translation>
  </message>
  <message>
   <source>The case is not ready for this</source>
   <translation>El caso no está listo para esto</translation>
  </message>
  <message>
   <source>The case lacks a contrast</source>
   <translation>Al caso le falta una secuencia</translation>
  </message>
  <message>
   <source>The command was not understood</source>
   <translation>No se entendió la orden</translation>
  </message>
  <message>
   <source>The common model</source>
   <translation>El modelo común</translation>
  </message>
  <message>
   <source>The disk is full</source>
   <translation>El disco está lleno</translation>
  </message>
  <message>
   <source>The ethics approval is missing</source>
   <translation>Falta la aprobación del comité de ética</translation>
  </message>
  <message>
   <source>The federation cannot be founded so</source>
   <translation>No se puede fundar así la federación</translation>
  </message>
  <message>
   <source>The federation has ended</source>
   <translation>La federación ha terminado</translation>
  </message>
  <message>
   <source>The federation's server could not be reached</source>
   <translation>No se pudo alcanzar el servidor de la federación</translation>
  </message>
  <message>
   <source>The federation's server could not be started</source>
   <translation>No se pudo iniciar el servidor de la federación</translation>
  </message>
  <message>
   <source>The federation's server does not accept this site</source>
   <translation>El servidor de la federación no acepta este centro</translation>
  </message>
  <message>
   <source>The federation's server follows another plan than the one agreed here</source>
   <translation>El servidor de la federación sigue otro plan distinto del acordado aquí</translation>
  </message>
  <message>
   <source>The folder cannot be written to</source>
   <translation>No se puede escribir en la carpeta</translation>
  </message>
  <message>
   <source>The folder holds other files whose names a workspace needs</source>
   <translation>La carpeta contiene otros archivos cuyos nombres necesita un espacio de trabajo</translation>
  </message>
  <message>
   <source>The folder is not that of a federation</source>
   <translation>La carpeta no es la de una federación</translation>
  </message>
  <message>
   <source>The folder of a workspace, or an empty one</source>
   <translation>La carpeta de un espacio de trabajo o una vacía</translation>
  </message>
  <message>
   <source>The halves differ by</source>
   <translation>Las mitades difieren en</translation>
  </message>
  <message>
   <source>The heads overlap by</source>
   <translation>Las cabezas se solapan en</translation>
  </message>
  <message>
   <source>The images are in use</source>
   <translation>Las imágenes están en uso</translation>
  </message>
  <message>
   <source>The images could not be brought into one space</source>
   <translation>No se pudieron llevar las imágenes a un mismo espacio</translation>
  </message>
  <message>
   <source>The images of the case do not lie on one grid</source>
   <translation>Las imágenes del caso no están en una misma rejilla</translation>
  </message>
  <message>
   <source>The images were made anew since these labels were drawn: look whether they still fit.</source>
   <translation>Las imágenes se rehicieron desde que se dibujaron estas etiquetas: mire si aún encajan.</translation>
  </message>
  <message>
   <source>The invitation cannot be used</source>
   <translation>La invitación no se puede usar</translation>
  </message>
  <message>
   <source>The key to the images is kept on this computer again, and the workspace opens.</source>
   <translation>La clave de las imágenes vuelve a guardarse en este equipo, y el espacio de trabajo se abre.</translation>
  </message>
  <message>
   <source>The key to the table of patients cannot be found</source>
   <translation>No se encuentra la clave de la tabla de pacientes</translation>
  </message>
  <message>
   <source>The key to this workspace's encrypted images cannot be found</source>
   <translation>No se encuentra la clave de las imágenes cifradas de este espacio de trabajo</translation>
  </message>
  <message>
   <source>The label map holds values its scheme does not know</source>
   <translation>El mapa de etiquetas contiene valores que su esquema no conoce</translation>
  </message>
  <message>
   <source>The label map stands on another grid</source>
   <translation>El mapa de etiquetas está en otra rejilla</translation>
  </message>
  <message>
   <source>The list of cases cannot be used as it is</source>
   <translation>La lista de casos no se puede usar tal como está</translation>
  </message>
  <message>
   <source>The model file cannot be used</source>
   <translation>El archivo del modelo no se puede usar</translation>
  </message>
  <message>
   <source>The model joins the others under Models, and Segment offers it; which model proposes does not change. It is made small and quick first: some labelled cases set its ranges, on the others its Dice is compared with that in 32 bits. If it loses too much, it is kept in 32 bits.</source>
   <translation>El modelo se une a los demás en Modelos y Segmentar lo ofrece; no cambia qué modelo propone. Antes se hace pequeño y rápido: algunos casos etiquetados fijan sus rangos y con los demás se compara su Dice con el de 32 bits. Si pierde demasiado, se queda en 32 bits.</translation>
  </message>
  <message>
   <source>The model that came from the federation's server is not what was agreed</source>
   <translation>El modelo que llegó del servidor de la federación no es el acordado</translation>
  </message>
  <message>
   <source>The new one once more</source>
   <translation>La nueva otra vez</translation>
  </message>
  <message>
   <source>The new passphrase</source>
   <translation>La frase nueva</translation>
  </message>
  <message>
   <source>The noise in one update is {s:.2g} times as large as the model.</source>
   <translation>El ruido de una contribución es {s:.2g} veces el tamaño del modelo.</translation>
  </message>
  <message>
   <source>The old passphrase</source>
   <translation>La frase antigua</translation>
  </message>
  <message>
   <source>The paper trains on four of five approved patients.</source>
   <translation>El estudio entrena con cuatro de cada cinco pacientes aprobados.</translation>
  </message>
  <message>
   <source>The passphrase of the recovery file</source>
   <translation>La frase de contraseña del archivo de recuperación</translation>
  </message>
  <message>
   <source>The passphrase of this workspace</source>
   <translation>La frase de contraseña de este espacio de trabajo</translation>
  </message>
  <message>
   <source>The passphrase of this workspace is needed</source>
   <translation>Se necesita la frase de contraseña de este espacio de trabajo</translation>
  </message>
  <message>
   <source>The patient's identity is not given away here</source>
   <translation>La identidad del paciente no se entrega aquí</translation>
  </message>
  <message>
   <source>The program whose keys you know.</source>
   <translation>El programa cuyas teclas conoce.</translation>
  </message>
  <message>
   <source>The request for a certificate cannot be granted</source>
   <translation>No se puede conceder la solicitud de certificado</translation>
  </message>
  <message>
   <source>The review package cannot be used</source>
   <translation>El paquete de revisión no se puede usar</translation>
  </message>
  <message>
   <source>The review package does not belong to what is here</source>
   <translation>El paquete de revisión no corresponde a lo que hay aquí</translation>
  </message>
  <message>
   <source>The same page as a DICOM document</source>
   <translation>La misma página como documento DICOM</translation>
  </message>
  <message>
   <source>The same seed and cases give the same split.</source>
   <translation>La misma semilla y los mismos casos dan la misma división.</translation>
  </message>
  <message>
   <source>The server runs</source>
   <translation>El servidor funciona</translation>
  </message>
  <message>
   <source>The server was cut off</source>
   <translation>El servidor se cortó</translation>
  </message>
  <message>
   <source>The server was stopped</source>
   <translation>El servidor se detuvo</translation>
  </message>
  <message>
   <source>The server's certificate is valid for {n} day.</source>
   <translation>El certificado del servidor vale {n} día.</translation>
  </message>
  <message>
   <source>The server's certificate is valid for {n} days.</source>
   <translation>El certificado del servidor vale {n} días.</translation>
  </message>
  <message>
   <source>The slices do not form a regular volume</source>
   <translation>Los cortes no forman un volumen regular</translation>
  </message>
  <message>
   <source>The split cannot be taken in from these files</source>
   <translation>No se puede tomar la división de estos archivos</translation>
  </message>
  <message>
   <source>The split has {n} validation case to judge on.</source>
   <translation>La división tiene {n} caso de validación para evaluar.</translation>
  </message>
  <message>
   <source>The split has {n} validation cases to judge on.</source>
   <translation>La división tiene {n} casos de validación para evaluar.</translation>
  </message>
  <message>
   <source>The split stays as it is while a federation goes on</source>
   <translation>La división se queda como está mientras dure una federación</translation>
  </message>
  <message>
   <source>The table of patients is damaged</source>
   <translation>La tabla de pacientes está dañada</translation>
  </message>
  <message>
   <source>The table of patients was closed, so only what looks like a name was searched for.</source>
   <translation>La tabla de pacientes estaba cerrada, así que solo se buscó lo que parece un nombre.</translation>
  </message>
  <message>
   <source>The test was stopped.</source>
   <translation>La prueba se detuvo.</translation>
  </message>
  <message>
   <source>The training went astray</source>
   <translation>El entrenamiento se desvió</translation>
  </message>
  <message>
   <source>The voxels of an image make no sense</source>
   <translation>Los vóxeles de una imagen no tienen sentido</translation>
  </message>
  <message>
   <source>The workspace would lie on a network drive</source>
   <translation>El espacio de trabajo estaría en una unidad de red</translation>
  </message>
  <message>
   <source>The workspace's records are damaged</source>
   <translation>Los registros del espacio de trabajo están dañados</translation>
  </message>
  <message>
   <source>Their key is kept where this workspace's secrets are, never beside the images. Without it nobody opens them: if the keyring, the account or the passphrase is lost, so are the images.</source>
   <translation>Su clave se guarda donde están los secretos de este espacio de trabajo, nunca junto a las imágenes. Sin ella nadie las abre: si se pierde el llavero, la cuenta o la frase de contraseña, se pierden las imágenes.</translation>
  </message>
  <message>
   <source>There are no labels to export</source>
   <translation>No hay etiquetas que exportar</translation>
  </message>
  <message>
   <source>There are too few approved cases</source>
   <translation>Hay muy pocos casos aprobados</translation>
  </message>
  <message>
   <source>There is no PACS of that name</source>
   <translation>No hay ningún PACS con ese nombre</translation>
  </message>
  <message>
   <source>There is no room in memory for opened images</source>
   <translation>No hay sitio en memoria para las imágenes abiertas</translation>
  </message>
  <message>
   <source>There is no such case in this workspace</source>
   <translation>No existe ese caso en este espacio de trabajo</translation>
  </message>
  <message>
   <source>There is no such federation here</source>
   <translation>No existe esa federación aquí</translation>
  </message>
  <message>
   <source>There is no such version of the label map</source>
   <translation>No existe esa versión del mapa de etiquetas</translation>
  </message>
  <message>
   <source>There is no whole backup in that folder</source>
   <translation>No hay una copia de seguridad completa en esa carpeta</translation>
  </message>
  <message>
   <source>There is no workspace in that folder</source>
   <translation>No hay ningún espacio de trabajo en esa carpeta</translation>
  </message>
  <message>
   <source>There is no workspace in {folder}. A new one begins without cases.</source>
   <translation>No hay ningún espacio de trabajo en {folder}. Uno nuevo empieza sin casos.</translation>
  </message>
  <message>
   <source>There is not enough memory for this</source>
   <translation>No hay memoria suficiente para esto</translation>
  </message>
  <message>
   <source>They appear here as they are recognised. Import shows what was found.</source>
   <translation>Aparecen aquí a medida que se reconocen. Importar muestra lo encontrado.</translation>
  </message>
  <message>
   <source>They differ in {n} place.</source>
   <translation>Difieren en {n} lugar.</translation>
  </message>
  <message>
   <source>They differ in {n} places.</source>
   <translation>Difieren en {n} lugares.</translation>
  </message>
  <message>
   <source>They lie open on the disk again, as private as the disk. The key is kept, for backups of now.</source>
   <translation>Vuelven a estar abiertas en el disco, tan privadas como este. La clave se conserva, para las copias de seguridad de ahora.</translation>
  </message>
  <message>
   <source>This computer has no system keyring. The key is kept in a file that only a passphrase opens; it is asked for whenever the federation is gone on with after the program was closed.</source>
   <translation>Este equipo no tiene llavero del sistema. La clave se guarda en un archivo que solo abre una frase de contraseña; se pide cada vez que la federación continúa tras haber cerrado el programa.</translation>
  </message>
  <message>
   <source>This computer has no system keyring: the key to the images lies under a passphrase, which is asked for each time the workspace is opened.</source>
   <translation>Este equipo no tiene llavero del sistema: la clave de las imágenes queda bajo una frase de contraseña, que se pide cada vez que se abre el espacio de trabajo.</translation>
  </message>
  <message>
   <source>This desktop has no place beside the clock, so the program cannot go on without its window. If you close it, {f} stops here; nothing is lost, and it goes on by itself when the program is opened again. To let it go on, make the window small instead.</source>
   <translation>Este escritorio no tiene sitio junto al reloj, así que el programa no puede seguir sin su ventana. Si la cierra, {f} se detiene aquí; no se pierde nada y sigue sola cuando se vuelva a abrir el programa. Para que siga, minimice la ventana.</translation>
  </message>
  <message>
   <source>This does not look like a head</source>
   <translation>Esto no parece una cabeza</translation>
  </message>
  <message>
   <source>This is a fault of the program, not of your images. Everything saved before is unharmed.</source>
   <translation>Es un fallo del programa, no de sus imágenes. Todo lo guardado antes está intacto.</translation>
  </message>
  <message>
   <source>This is not a single 3-D volume</source>
   <translation>Esto no es un único volumen 3D</translation>
  </message>
  <message>
   <source>This is not the passphrase</source>
   <translation>Esta no es la frase de contraseña</translation>
  </message>
  <message>
   <source>This kind of file needs the patient's DICOM series</source>
   <translation>Este tipo de archivo necesita las series DICOM del paciente</translation>
  </message>
  <message>
   <source>This package of the program does not train</source>
   <translation>Este paquete del programa no entrena</translation>
  </message>
  <message>
   <source>This program, which it came with</source>
   <translation>Este programa, con el que vino</translation>
  </message>
  <message>
   <source>This round's model cannot be published</source>
   <translation>No se puede publicar el modelo de esta ronda</translation>
  </message>
  <message>
   <source>This site's certificate for the federation cannot be used</source>
   <translation>El certificado de este centro para la federación no se puede usar</translation>
  </message>
  <message>
   <source>This site's results</source>
   <translation>Los resultados de este centro</translation>
  </message>
  <message>
   <source>This workspace is already open in another window or command</source>
   <translation>Este espacio de trabajo ya está abierto en otra ventana u orden</translation>
  </message>
  <message>
   <source>This workspace was written by a newer version</source>
   <translation>Este espacio de trabajo lo escribió una versión más nueva</translation>
  </message>
  <message>
   <source>Threads a job</source>
   <translation>Hilos por tarea</translation>
  </message>
  <message>
   <source>Touches the edge of the image</source>
   <translation>Toca el borde de la imagen</translation>
  </message>
  <message>
   <source>Train on {n} case</source>
   <translation>Entrenar con {n} caso</translation>
  </message>
  <message>
   <source>Train on {n} cases</source>
   <translation>Entrenar con {n} casos</translation>
  </message>
  <message>
   <source>Trained for this program, before it came to this computer</source>
   <translation>Entrenado para este programa antes de llegar a este equipo</translation>
  </message>
  <message>
   <source>Trained on</source>
   <translation>Entrenado con</translation>
  </message>
  <message>
   <source>Trained on this computer</source>
   <translation>Entrenado en este equipo</translation>
  </message>
  <message>
   <source>Training</source>
   <translation>Entrenamiento</translation>
  </message>
  <message>
   <source>Training on the training cases</source>
   <translation>Entrenando con los casos de entrenamiento</translation>
  </message>
  <message>
   <source>Try again. If it happens again, copy the details and send them to your support; they hold no patient's name.</source>
   <translation>Inténtelo de nuevo. Si se repite, copie los detalles y envíelos a su asistencia; no contienen el nombre de ningún paciente.</translation>
  </message>
  <message>
   <source>Try again; nothing was changed.</source>
   <translation>Inténtelo de nuevo; no se cambió nada.</translation>
  </message>
  <message>
   <source>Try again; only what is missing is fetched. If it happens again, ask IT to look at the PACS.</source>
   <translation>Inténtelo de nuevo; solo se trae lo que falta. Si se repite, pida a informática que revise el PACS.</translation>
  </message>
  <message>
   <source>Turned by</source>
   <translation>Girado</translation>
  </message>
  <message>
   <source>Unlock</source>
   <translation>Desbloquear</translation>
  </message>
  <message>
   <source>Unlock…</source>
   <translation>Desbloquear…</translation>
  </message>
  <message>
   <source>Use it</source>
   <translation>Usarla</translation>
  </message>
  <message>
   <source>Valid for {n} day</source>
   <translation>Válido {n} día</translation>
  </message>
  <message>
   <source>Valid for {n} days</source>
   <translation>Válido {n} días</translation>
  </message>
  <message>
   <source>Validation</source>
   <translation>Validación</translation>
  </message>
  <message>
   <source>Version {n} by {who}</source>
   <translation>Versión {n} de {who}</translation>
  </message>
  <message>
   <source>Version {n} is approved, and counts. Shown is version {m}, which nobody has approved.</source>
   <translation>La versión {n} está aprobada y es la que cuenta. Se muestra la versión {m}, que nadie ha aprobado.</translation>
  </message>
  <message>
   <source>Version {n}, imported</source>
   <translation>Versión {n}, importada</translation>
  </message>
  <message>
   <source>Version {version}. For research on brain tumours; not for diagnostic use. Made of the parts below, each under its own licence.</source>
   <translation>Versión {version}. Para investigar tumores cerebrales; no apto para diagnóstico. Hecho con las partes de abajo, cada una con su propia licencia.</translation>
  </message>
  <message>
   <source>Very little enhancing tumour counts as necrotic core</source>
   <translation>Muy poco tumor con realce cuenta como núcleo necrótico</translation>
  </message>
  <message>
   <source>Volume of the brain</source>
   <translation>Volumen del cerebro</translation>
  </message>
  <message>
   <source>Voting (ITK)</source>
   <translation>Votación (ITK)</translation>
  </message>
  <message>
   <source>Voxel</source>
   <translation>Vóxel</translation>
  </message>
  <message>
   <source>WT the whole tumour with its oedema.</source>
   <translation>WT el tumor completo con su edema.</translation>
  </message>
  <message>
   <source>Wait for further rounds, or name another round that was kept.</source>
   <translation>Espere más rondas o nombre otra ronda que se haya conservado.</translation>
  </message>
  <message>
   <source>Waiting</source>
   <translation>En espera</translation>
  </message>
  <message>
   <source>Waiting for the hours in which it may work</source>
   <translation>Esperando las horas en que puede trabajar</translation>
  </message>
  <message>
   <source>Waiting for the other sites</source>
   <translation>Esperando a los demás centros</translation>
  </message>
  <message>
   <source>Waiting for the server</source>
   <translation>Esperando al servidor</translation>
  </message>
  <message>
   <source>Waits</source>
   <translation>Espera</translation>
  </message>
  <message>
   <source>Was this case scanned before or after surgery?</source>
   <translation>¿Este caso se adquirió antes o después de la cirugía?</translation>
  </message>
  <message>
   <source>Weighs each candidate by how well it agrees with the others, and leaves out those far behind. A voxel becomes what more than half of the weight says, else background.</source>
   <translation>Pondera cada candidato según lo bien que coincide con los demás y deja fuera a los muy rezagados. Un vóxel pasa a ser lo que dice más de la mitad del peso; si no, fondo.</translation>
  </message>
  <message>
   <source>Were these {n} cases scanned before or after surgery?</source>
   <translation>¿Estos {n} casos se adquirieron antes o después de la cirugía?</translation>
  </message>
  <message>
   <source>What all rounds promise together is being worked out.</source>
   <translation>Se está calculando lo que prometen todas las rondas juntas.</translation>
  </message>
  <message>
   <source>What is due</source>
   <translation>Qué toca hacer</translation>
  </message>
  <message>
   <source>What is fused</source>
   <translation>Qué se fusiona</translation>
  </message>
  <message>
   <source>What is sent here must come over TLS, with the certificate below.</source>
   <translation>Lo que se envía aquí debe llegar por TLS, con el certificado de abajo.</translation>
  </message>
  <message>
   <source>What is the problem?</source>
   <translation>¿Cuál es el problema?</translation>
  </message>
  <message>
   <source>What the labels mean is not certain</source>
   <translation>No es seguro qué significan las etiquetas</translation>
  </message>
  <message>
   <source>What they call it; tell it to IT, too.</source>
   <translation>Cómo lo llaman; comuníquelo también a informática.</translation>
  </message>
  <message>
   <source>Where a keyring is</source>
   <translation>Donde haya llavero</translation>
  </message>
  <message>
   <source>Where they send to; tell it to IT.</source>
   <translation>Adónde envían; comuníquelo a informática.</translation>
  </message>
  <message>
   <source>Whether this is the same patient as before cannot be told while the secrets are closed</source>
   <translation>Mientras los secretos estén cerrados no se puede saber si es el mismo paciente que antes</translation>
  </message>
  <message>
   <source>While the window is open, the PACS and scanners entered here may send to this computer.</source>
   <translation>Mientras la ventana esté abierta, el PACS y los escáneres dados de alta aquí pueden enviar a este equipo.</translation>
  </message>
  <message>
   <source>Who is to read it? Leave the line empty for nobody in particular.</source>
   <translation>¿Quién debe leerlo? Deje la línea vacía si no es nadie en particular.</translation>
  </message>
  <message>
   <source>Who signs the senders' certificates</source>
   <translation>Quién firma los certificados de los remitentes</translation>
  </message>
  <message>
   <source>Whoever signed it as {signer}, whom a person here trusts</source>
   <translation>Quien lo firmó como {signer}, en quien confía una persona de aquí</translation>
  </message>
  <message>
   <source>With two to four patients, one validates; a single one trains.</source>
   <translation>Con dos a cuatro pacientes valida uno; uno solo entrena.</translation>
  </message>
  <message>
   <source>Without a recovery file…</source>
   <translation>Sin archivo de recuperación…</translation>
  </message>
  <message>
   <source>Without noise nothing is promised: updates are cut, and that is all.</source>
   <translation>Sin ruido no se promete nada: las contribuciones se recortan y nada más.</translation>
  </message>
  <message>
   <source>Working</source>
   <translation>Trabajando</translation>
  </message>
  <message>
   <source>Working…</source>
   <translation>Trabajando…</translation>
  </message>
  <message>
   <source>Write a recovery file</source>
   <translation>Escribir un archivo de recuperación</translation>
  </message>
  <message>
   <source>Your name</source>
   <translation>Su nombre</translation>
  </message>
  <message>
   <source>Your words stay with the case. Do not write a patient's name.</source>
   <translation>Sus palabras quedan con el caso. No escriba el nombre de ningún paciente.</translation>
  </message>
  <message>
   <source>a balanced gradient echo, none of the four contrasts</source>
   <translation>un eco de gradiente balanceado, ninguna de las cuatro secuencias</translation>
  </message>
  <message>
   <source>a computed or intermediate image</source>
   <translation>una imagen calculada o intermedia</translation>
  </message>
  <message>
   <source>a localizer: few slices to plan the others</source>
   <translation>un localizador: pocos cortes para planificar los demás</translation>
  </message>
  <message>
   <source>a person</source>
   <translation>una persona</translation>
  </message>
  <message>
   <source>about {h} h {m:02d} min left</source>
   <translation>quedan unas {h} h {m:02d} min</translation>
  </message>
  <message>
   <source>about {n} min left</source>
   <translation>quedan unos {n} min</translation>
  </message>
  <message>
   <source>an import</source>
   <translation>una importación</translation>
  </message>
  <message>
   <source>an inversion recovery that is not FLAIR</source>
   <translation>una inversión-recuperación que no es FLAIR</translation>
  </message>
  <message>
   <source>angiography</source>
   <translation>angiografía</translation>
  </message>
  <message>
   <source>as they are</source>
   <translation>tal como son</translation>
  </message>
  <message>
   <source>axial</source>
   <translation>axial</translation>
  </message>
  <message>
   <source>beside {parent}</source>
   <translation>junto a {parent}</translation>
  </message>
  <message>
   <source>certificate requested</source>
   <translation>certificado solicitado</translation>
  </message>
  <message>
   <source>chosen by {why}</source>
   <translation>elegido por: {why}</translation>
  </message>
  <message>
   <source>computed from another series (reformat, projection or subtraction)</source>
   <translation>calculada a partir de otra serie (reformateo, proyección o sustracción)</translation>
  </message>
  <message>
   <source>coronal</source>
   <translation>coronal</translation>
  </message>
  <message>
   <source>cut, no noise</source>
   <translation>recortado, sin ruido</translation>
  </message>
  <message>
   <source>diffusion imaging</source>
   <translation>imagen de difusión</translation>
  </message>
  <message>
   <source>epoch {n} of {all}</source>
   <translation>época {n} de {all}</translation>
  </message>
  <message>
   <source>epsilon {e}</source>
   <translation>épsilon {e}</translation>
  </message>
  <message>
   <source>found</source>
   <translation>encontrada</translation>
  </message>
  <message>
   <source>fusion ({method})</source>
   <translation>fusión ({method})</translation>
  </message>
  <message>
   <source>going on from {parent}</source>
   <translation>a partir de {parent}</translation>
  </message>
  <message>
   <source>invited</source>
   <translation>invitado</translation>
  </message>
  <message>
   <source>joined</source>
   <translation>incorporado</translation>
  </message>
  <message>
   <source>left</source>
   <translation>abandonada</translation>
  </message>
  <message>
   <source>left as they are</source>
   <translation>sin cambios</translation>
  </message>
  <message>
   <source>less than 0.1 cm³</source>
   <translation>menos de 0,1 cm³</translation>
  </message>
  <message>
   <source>less than a minute left</source>
   <translation>queda menos de un minuto</translation>
  </message>
  <message>
   <source>mean 0 and deviation 1</source>
   <translation>media 0 y desviación 1</translation>
  </message>
  <message>
   <source>missing</source>
   <translation>falta</translation>
  </message>
  <message>
   <source>model {name}</source>
   <translation>modelo {name}</translation>
  </message>
  <message>
   <source>nnU-Net</source>
   <translation>nnU-Net</translation>
  </message>
  <message>
   <source>no anatomical image</source>
   <translation>no es una imagen anatómica</translation>
  </message>
  <message>
   <source>not a scan of the whole brain</source>
   <translation>no es un examen del cerebro completo</translation>
  </message>
  <message>
   <source>not well: nobody joins without it</source>
   <translation>mal: nadie se incorpora sin ello</translation>
  </message>
  <message>
   <source>not yet</source>
   <translation>todavía no</translation>
  </message>
  <message>
   <source>nothing promised</source>
   <translation>nada prometido</translation>
  </message>
  <message>
   <source>our own</source>
   <translation>el nuestro</translation>
  </message>
  <message>
   <source>over all voxels</source>
   <translation>sobre todos los vóxeles</translation>
  </message>
  <message>
   <source>over the brain</source>
   <translation>sobre el cerebro</translation>
  </message>
  <message>
   <source>over the voxels that are not zero</source>
   <translation>sobre los vóxeles que no son cero</translation>
  </message>
  <message>
   <source>parts of {edges} voxels, overlapping by {share:.0%}</source>
   <translation>partes de {edges} vóxeles, solapadas un {share:.0%}</translation>
  </message>
  <message>
   <source>perfusion imaging</source>
   <translation>imagen de perfusión</translation>
  </message>
  <message>
   <source>ready to join</source>
   <translation>listo para incorporarse</translation>
  </message>
  <message>
   <source>reported</source>
   <translation>informó</translation>
  </message>
  <message>
   <source>round {n}</source>
   <translation>ronda {n}</translation>
  </message>
  <message>
   <source>round {n} of {all}</source>
   <translation>ronda {n} de {all}</translation>
  </message>
  <message>
   <source>sagittal</source>
   <translation>sagital</translation>
  </message>
  <message>
   <source>sent</source>
   <translation>enviado</translation>
  </message>
  <message>
   <source>susceptibility-weighted (T2*) imaging</source>
   <translation>imagen de susceptibilidad (T2*)</translation>
  </message>
  <message>
   <source>the whole brain at once</source>
   <translation>todo el cerebro a la vez</translation>
  </message>
  <message>
   <source>to confirm</source>
   <translation>por confirmar</translation>
  </message>
  <message>
   <source>trains</source>
   <translation>entrena</translation>
  </message>
  <message>
   <source>unknown</source>
   <translation>desconocido</translation>
  </message>
  <message>
   <source>validates</source>
   <translation>valida</translation>
  </message>
  <message>
   <source>waited for</source>
   <translation>esperado</translation>
  </message>
  <message>
   <source>well</source>
   <translation>bien</translation>
  </message>
  <message>
   <source>with noise</source>
   <translation>con ruido</translation>
  </message>
  <message>
   <source>worth a look</source>
   <translation>conviene mirarlo</translation>
  </message>
  <message>
   <source>{a} × {b} mm = {p} mm²</source>
   <translation>{a} × {b} mm = {p} mm²</translation>
  </message>
  <message>
   <source>{came}; {checked} things were checked, and all is whole.</source>
   <translation>{came}; se comprobaron {checked} cosas y todo está entero.</translation>
  </message>
  <message>
   <source>{came}; {faults}: it was so when the backup was made.</source>
   <translation>{came}; {faults}: ya era así cuando se hizo la copia.</translation>
  </message>
  <message>
   <source>{case} came to be reviewed, with {versions}.</source>
   <translation>{case} llegó para revisar, con {versions}.</translation>
  </message>
  <message>
   <source>{case} could not be opened</source>
   <translation>No se pudo abrir {case}</translation>
  </message>
  <message>
   <source>{case} is excluded</source>
   <translation>{case} está excluido</translation>
  </message>
  <message>
   <source>{case} is not prepared yet</source>
   <translation>{case} aún no está preparado</translation>
  </message>
  <message>
   <source>{case} was answered: {versions}.</source>
   <translation>{case} fue respondido: {versions}.</translation>
  </message>
  <message>
   <source>{case}: the contrasts need your word</source>
   <translation>{case}: las secuencias necesitan su palabra</translation>
  </message>
  <message>
   <source>{case}: {c} is missing</source>
   <translation>{case}: falta {c}</translation>
  </message>
  <message>
   <source>{contrast}: brain inside the image</source>
   <translation>{contrast}: cerebro dentro de la imagen</translation>
  </message>
  <message>
   <source>{contrast}: head cut by the field of view</source>
   <translation>{contrast}: cabeza cortada por el campo de visión</translation>
  </message>
  <message>
   <source>{contrast}: likeness to T1Gd (1 is none)</source>
   <translation>{contrast}: semejanza con T1Gd (1 es ninguna)</translation>
  </message>
  <message>
   <source>{contrast}: signal to noise</source>
   <translation>{contrast}: señal/ruido</translation>
  </message>
  <message>
   <source>{contrast}: size of the head</source>
   <translation>{contrast}: tamaño de la cabeza</translation>
  </message>
  <message>
   <source>{contrast}: uneven brightness</source>
   <translation>{contrast}: brillo desigual</translation>
  </message>
  <message>
   <source>{c} is missing</source>
   <translation>Falta {c}</translation>
  </message>
  <message>
   <source>{doing} failed</source>
   <translation>{doing}: falló</translation>
  </message>
  <message>
   <source>{doing}: waiting</source>
   <translation>{doing}: en espera</translation>
  </message>
  <message>
   <source>{files} files, {mb} MB, and all records were read.</source>
   <translation>Se leyeron {files} archivos, {mb} MB y todos los registros.</translation>
  </message>
  <message>
   <source>{f} goes on. This icon brings the window back, and ends the program.</source>
   <translation>{f} continúa. Este icono devuelve la ventana y cierra el programa.</translation>
  </message>
  <message>
   <source>{low:g} and {high:g}</source>
   <translation>{low:g} y {high:g}</translation>
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
   <translation>{n:,} byte</translation>
  </message>
  <message>
   <source>{n:,} bytes</source>
   <translation>{n:,} bytes</translation>
  </message>
  <message>
   <source>{n:,} message left</source>
   <translation>salió {n:,} mensaje</translation>
  </message>
  <message>
   <source>{n:,} messages left</source>
   <translation>salieron {n:,} mensajes</translation>
  </message>
  <message>
   <source>{names}: each by itself</source>
   <translation>{names}: cada uno por separado</translation>
  </message>
  <message>
   <source>{names}: one of them a voxel</source>
   <translation>{names}: uno de ellos por vóxel</translation>
  </message>
  <message>
   <source>{name} was taken in. It proposes once you choose “Let it propose”.</source>
   <translation>Se tomó {name}. Propone en cuanto elija «Que proponga».</translation>
  </message>
  <message>
   <source>{name}, who signed it as {signer}</source>
   <translation>{name}, que lo firmó como {signer}</translation>
  </message>
  <message>
   <source>{n} DICOM file</source>
   <translation>{n} archivo DICOM</translation>
  </message>
  <message>
   <source>{n} DICOM files</source>
   <translation>{n} archivos DICOM</translation>
  </message>
  <message>
   <source>{n} approved case has no side yet.</source>
   <translation>{n} caso aprobado aún no tiene lado.</translation>
  </message>
  <message>
   <source>{n} approved cases have no side yet.</source>
   <translation>{n} casos aprobados aún no tienen lado.</translation>
  </message>
  <message>
   <source>{n} case</source>
   <translation>{n} caso</translation>
  </message>
  <message>
   <source>{n} case could not be exported.</source>
   <translation>No se pudo exportar {n} caso.</translation>
  </message>
  <message>
   <source>{n} case could not be sent.</source>
   <translation>No se pudo enviar {n} caso.</translation>
  </message>
  <message>
   <source>{n} case got its side.</source>
   <translation>{n} caso recibió su lado.</translation>
  </message>
  <message>
   <source>{n} case has no approved labels: what is sent of it nobody has signed off.</source>
   <translation>{n} caso no tiene etiquetas aprobadas: lo que se envía de él no lo ha firmado nadie.</translation>
  </message>
  <message>
   <source>{n} case is exported to</source>
   <translation>{n} caso se exportó a</translation>
  </message>
  <message>
   <source>{n} case is on its way to a proposal</source>
   <translation>{n} caso va camino de una propuesta</translation>
  </message>
  <message>
   <source>{n} case needs a look</source>
   <translation>{n} caso necesita una mirada</translation>
  </message>
  <message>
   <source>{n} case shown</source>
   <translation>{n} caso mostrado</translation>
  </message>
  <message>
   <source>{n} case waits for your word on its contrasts</source>
   <translation>{n} caso espera su palabra sobre las secuencias</translation>
  </message>
  <message>
   <source>{n} cases</source>
   <translation>{n} casos</translation>
  </message>
  <message>
   <source>{n} cases are exported to</source>
   <translation>{n} casos se exportaron a</translation>
  </message>
  <message>
   <source>{n} cases are on their way to a proposal</source>
   <translation>{n} casos van camino de una propuesta</translation>
  </message>
  <message>
   <source>{n} cases could not be exported.</source>
   <translation>No se pudieron exportar {n} casos.</translation>
  </message>
  <message>
   <source>{n} cases could not be sent.</source>
   <translation>No se pudieron enviar {n} casos.</translation>
  </message>
  <message>
   <source>{n} cases got their side.</source>
   <translation>{n} casos recibieron su lado.</translation>
  </message>
  <message>
   <source>{n} cases have no approved labels: what is sent of them nobody has signed off.</source>
   <translation>{n} casos no tienen etiquetas aprobadas: lo que se envía de ellos no lo ha firmado nadie.</translation>
  </message>
  <message>
   <source>{n} cases need a look</source>
   <translation>{n} casos necesitan una mirada</translation>
  </message>
  <message>
   <source>{n} cases shown</source>
   <translation>{n} casos mostrados</translation>
  </message>
  <message>
   <source>{n} cases wait for your word on their contrasts</source>
   <translation>{n} casos esperan su palabra sobre las secuencias</translation>
  </message>
  <message>
   <source>{n} check is fine</source>
   <translation>{n} comprobación está bien</translation>
  </message>
  <message>
   <source>{n} checks are fine</source>
   <translation>{n} comprobaciones están bien</translation>
  </message>
  <message>
   <source>{n} chosen case stays out</source>
   <translation>{n} caso elegido queda fuera</translation>
  </message>
  <message>
   <source>{n} chosen cases stay out</source>
   <translation>{n} casos elegidos quedan fuera</translation>
  </message>
  <message>
   <source>{n} edit</source>
   <translation>{n} cambio</translation>
  </message>
  <message>
   <source>{n} edit from before the program ended was brought back. It becomes part of the next version.</source>
   <translation>Se recuperó {n} cambio de antes de que el programa terminara. Pasa a formar parte de la próxima versión.</translation>
  </message>
  <message>
   <source>{n} edit since</source>
   <translation>{n} cambio desde entonces</translation>
  </message>
  <message>
   <source>{n} edits</source>
   <translation>{n} cambios</translation>
  </message>
  <message>
   <source>{n} edits from before the program ended were brought back. They become part of the next version.</source>
   <translation>Se recuperaron {n} cambios de antes de que el programa terminara. Pasan a formar parte de la próxima versión.</translation>
  </message>
  <message>
   <source>{n} edits since</source>
   <translation>{n} cambios desde entonces</translation>
  </message>
  <message>
   <source>{n} fault</source>
   <translation>{n} fallo</translation>
  </message>
  <message>
   <source>{n} faults</source>
   <translation>{n} fallos</translation>
  </message>
  <message>
   <source>{n} file came back</source>
   <translation>{n} archivo recuperado</translation>
  </message>
  <message>
   <source>{n} file could not be read.</source>
   <translation>No se pudo leer {n} archivo.</translation>
  </message>
  <message>
   <source>{n} file is not shown.</source>
   <translation>{n} archivo no se muestra.</translation>
  </message>
  <message>
   <source>{n} file or series set aside</source>
   <translation>{n} archivo o serie apartado</translation>
  </message>
  <message>
   <source>{n} file was copied and read again</source>
   <translation>{n} archivo se copió y se volvió a leer</translation>
  </message>
  <message>
   <source>{n} file was damaged before</source>
   <translation>{n} archivo ya estaba dañado</translation>
  </message>
  <message>
   <source>{n} files are not shown.</source>
   <translation>{n} archivos no se muestran.</translation>
  </message>
  <message>
   <source>{n} files came back</source>
   <translation>{n} archivos recuperados</translation>
  </message>
  <message>
   <source>{n} files could not be read.</source>
   <translation>No se pudieron leer {n} archivos.</translation>
  </message>
  <message>
   <source>{n} files or series set aside</source>
   <translation>{n} archivos o series apartados</translation>
  </message>
  <message>
   <source>{n} files were copied and read again</source>
   <translation>{n} archivos se copiaron y se volvieron a leer</translation>
  </message>
  <message>
   <source>{n} files were damaged before</source>
   <translation>{n} archivos ya estaban dañados</translation>
  </message>
  <message>
   <source>{n} image</source>
   <translation>{n} imagen</translation>
  </message>
  <message>
   <source>{n} images</source>
   <translation>{n} imágenes</translation>
  </message>
  <message>
   <source>{n} kind of file could not be made.</source>
   <translation>No se pudo hacer {n} tipo de archivo.</translation>
  </message>
  <message>
   <source>{n} kinds of files could not be made.</source>
   <translation>No se pudieron hacer {n} tipos de archivo.</translation>
  </message>
  <message>
   <source>{n} message was refused.</source>
   <translation>Se rechazó {n} mensaje.</translation>
  </message>
  <message>
   <source>{n} messages were refused.</source>
   <translation>Se rechazaron {n} mensajes.</translation>
  </message>
  <message>
   <source>{n} model</source>
   <translation>{n} modelo</translation>
  </message>
  <message>
   <source>{n} models</source>
   <translation>{n} modelos</translation>
  </message>
  <message>
   <source>{n} more job</source>
   <translation>{n} tarea más</translation>
  </message>
  <message>
   <source>{n} more jobs</source>
   <translation>{n} tareas más</translation>
  </message>
  <message>
   <source>{n} name is not known here.</source>
   <translation>{n} nombre no se conoce aquí.</translation>
  </message>
  <message>
   <source>{n} names are not known here.</source>
   <translation>{n} nombres no se conocen aquí.</translation>
  </message>
  <message>
   <source>{n} new version</source>
   <translation>{n} versión nueva</translation>
  </message>
  <message>
   <source>{n} new versions</source>
   <translation>{n} versiones nuevas</translation>
  </message>
  <message>
   <source>{n} other file was</source>
   <translation>{n} archivo más</translation>
  </message>
  <message>
   <source>{n} other files were</source>
   <translation>{n} archivos más</translation>
  </message>
  <message>
   <source>{n} patient</source>
   <translation>{n} paciente</translation>
  </message>
  <message>
   <source>{n} patients</source>
   <translation>{n} pacientes</translation>
  </message>
  <message>
   <source>{n} place</source>
   <translation>{n} lugar</translation>
  </message>
  <message>
   <source>{n} place names a patient, or may do so</source>
   <translation>{n} lugar nombra a un paciente o podría hacerlo</translation>
  </message>
  <message>
   <source>{n} places</source>
   <translation>{n} lugares</translation>
  </message>
  <message>
   <source>{n} places name a patient, or may do so</source>
   <translation>{n} lugares nombran a un paciente o podrían hacerlo</translation>
  </message>
  <message>
   <source>{n} prepared case has no labels yet</source>
   <translation>{n} caso preparado aún no tiene etiquetas</translation>
  </message>
  <message>
   <source>{n} prepared cases have no labels yet</source>
   <translation>{n} casos preparados aún no tienen etiquetas</translation>
  </message>
  <message>
   <source>{n} round</source>
   <translation>{n} ronda</translation>
  </message>
  <message>
   <source>{n} rounds</source>
   <translation>{n} rondas</translation>
  </message>
  <message>
   <source>{n} series</source>
   <translation>{n} series</translation>
  </message>
  <message>
   <source>{n} series in this study</source>
   <translation>{n} series en este estudio</translation>
  </message>
  <message>
   <source>{n} series set aside</source>
   <translation>{n} series apartadas</translation>
  </message>
  <message>
   <source>{n} step</source>
   <translation>{n} paso</translation>
  </message>
  <message>
   <source>{n} steps</source>
   <translation>{n} pasos</translation>
  </message>
  <message>
   <source>{n} stroke from before was brought back. It holds once you choose “Use this mask”.</source>
   <translation>Se recuperó {n} trazo anterior. Vale en cuanto elija «Usar esta máscara».</translation>
  </message>
  <message>
   <source>{n} strokes from before were brought back. They hold once you choose “Use this mask”.</source>
   <translation>Se recuperaron {n} trazos anteriores. Valen en cuanto elija «Usar esta máscara».</translation>
  </message>
  <message>
   <source>{n} studies found</source>
   <translation>{n} estudios encontrados</translation>
  </message>
  <message>
   <source>{n} study found</source>
   <translation>{n} estudio encontrado</translation>
  </message>
  <message>
   <source>{n} thing is damaged</source>
   <translation>{n} cosa está dañada</translation>
  </message>
  <message>
   <source>{n} thing is not well yet.</source>
   <translation>{n} cosa aún no está bien.</translation>
  </message>
  <message>
   <source>{n} thing to know</source>
   <translation>{n} cosa que saber</translation>
  </message>
  <message>
   <source>{n} things are damaged</source>
   <translation>{n} cosas están dañadas</translation>
  </message>
  <message>
   <source>{n} things are not well yet.</source>
   <translation>{n} cosas aún no están bien.</translation>
  </message>
  <message>
   <source>{n} things to know</source>
   <translation>{n} cosas que saber</translation>
  </message>
  <message>
   <source>{n} time point</source>
   <translation>{n} momento</translation>
  </message>
  <message>
   <source>{n} time points</source>
   <translation>{n} momentos</translation>
  </message>
  <message>
   <source>{n} true identities were searched for.</source>
   <translation>Se buscaron {n} identidades verdaderas.</translation>
  </message>
  <message>
   <source>{n} true identity was searched for.</source>
   <translation>Se buscó {n} identidad verdadera.</translation>
  </message>
  <message>
   <source>{n} version is signed off now.</source>
   <translation>{n} versión está ahora aprobada.</translation>
  </message>
  <message>
   <source>{n} versions are signed off now.</source>
   <translation>{n} versiones están ahora aprobadas.</translation>
  </message>
  <message>
   <source>{n} was damaged here already</source>
   <translation>{n} ya estaba dañado aquí</translation>
  </message>
  <message>
   <source>{n} were damaged here already</source>
   <translation>{n} ya estaban dañados aquí</translation>
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
   <translation>{place}, AE {theirs}, nos llama {ours}</translation>
  </message>
  <message>
   <source>{s:.1f} s</source>
   <translation>{s:.1f} s</translation>
  </message>
  <message>
   <source>{title}: its file is whole, and it is the network that its card describes.</source>
   <translation>{title}: su archivo está completo y es la red que describe su ficha.</translation>
  </message>
  <message>
   <source>{title}: its file is whole.</source>
   <translation>{title}: su archivo está entero.</translation>
  </message>
  <message>
   <source>{v} cm³</source>
   <translation>{v} cm³</translation>
  </message>
  <message>
   <source>{where}, the largest has {volume}</source>
   <translation>{where}, el mayor tiene {volume}</translation>
  </message>
  <message>
   <source>{words}, cut off at percentiles {cut}</source>
   <translation>{words}, recortado en los percentiles {cut}</translation>
  </message>
  <message>
   <source>{words}, outliers not counted</source>
   <translation>{words}, sin contar los valores atípicos</translation>
  </message>
 </context>
</TS>
